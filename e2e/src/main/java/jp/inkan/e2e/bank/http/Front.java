package jp.inkan.e2e.bank.http;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.security.cert.X509Certificate;
import java.time.InstantSource;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.eclipse.jetty.http.DateGenerator;
import org.eclipse.jetty.http.HttpField;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.io.Content;
import org.eclipse.jetty.io.EndPoint;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;

/** The one place that knows Jetty's requests: turns them into {@link Ask}, and {@link Reply} into responses. */
public final class Front extends Handler.Abstract {
    /** So much of a body that is too large is read and thrown away, so that the client gets to read why. */
    private static final int PATIENCE = 1024 * 1024;

    private final InstantSource clock;
    private final Map<String, Endpoint> byConnector;

    /** @param byConnector whoever answers what came in through the connector of that name */
    public Front(InstantSource clock, Map<String, Endpoint> byConnector) {
        this.clock = clock;
        this.byConnector = Map.copyOf(byConnector);
    }

    @Override
    public boolean handle(Request request, Response response, Callback callback) throws IOException {
        Endpoint endpoint = byConnector.get(request.getConnectionMetaData().getConnector().getName());
        switch (endpoint.answer(ask(request))) {
            case Reply.Response reply -> send(reply, response, callback);
            case Reply.Silence silence -> hangUp(request, callback);
        }
        return true;
    }

    private static Ask ask(Request request) throws IOException {
        Map<String, String> headers = headers(request);
        int most = Ask.isOfType(headers.getOrDefault("content-type", ""), Ask.FORM_WITH_FILES)
                ? Ask.MAX_FORM : Ask.MAX_BODY;
        byte[] body;
        try (InputStream stream = Content.Source.asInputStream(request)) {
            body = stream.readNBytes(most + 1);
            stream.skip(PATIENCE);
        }
        boolean tooLarge = body.length > most;
        String method = request.getMethod().equals("HEAD") ? "GET" : request.getMethod();
        return new Ask(method, Request.getPathInContext(request), headers,
                tooLarge ? Arrays.copyOf(body, most) : body, tooLarge, certificate(request));
    }

    private static Map<String, String> headers(Request request) {
        Map<String, String> headers = new HashMap<>();
        for (HttpField field : request.getHeaders()) {
            if (field.getValue() != null) {
                headers.putIfAbsent(field.getName().toLowerCase(Locale.ROOT), field.getValue());
            }
        }
        return headers;
    }

    private static Optional<X509Certificate> certificate(Request request) {
        EndPoint.SslSessionData tls = endPoint(request).getSslSessionData();
        return Optional.ofNullable(tls.peerCertificates()).map(chain -> chain[0]);
    }

    private void send(Reply.Response reply, Response response, Callback callback) {
        response.setStatus(reply.status());
        response.getHeaders().put(HttpHeader.DATE, DateGenerator.formatDate(clock.instant()));
        reply.headers().forEach(response.getHeaders()::put);
        response.getHeaders().put(HttpHeader.CONTENT_LENGTH, reply.body().length);
        response.write(true, ByteBuffer.wrap(reply.body()), callback);
    }

    private static void hangUp(Request request, Callback callback) {
        endPoint(request).close();
        // Not failed: Jetty would log a warning and try to write an error.
        callback.succeeded();
    }

    private static EndPoint endPoint(Request request) {
        return request.getConnectionMetaData().getConnection().getEndPoint();
    }
}
