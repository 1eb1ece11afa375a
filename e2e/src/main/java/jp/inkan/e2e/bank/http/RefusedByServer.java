package jp.inkan.e2e.bank.http;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.InstantSource;
import org.eclipse.jetty.http.DateGenerator;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;

/** What a client reads if its bytes didn't even make a request: one plain line, and nothing of the server's inside. */
public final class RefusedByServer implements Request.Handler {
    private final InstantSource clock;

    public RefusedByServer(InstantSource clock) {
        this.clock = clock;
    }

    @Override
    public boolean handle(Request request, Response response, Callback callback) {
        response.getHeaders().put(HttpHeader.DATE, DateGenerator.formatDate(clock.instant()));
        response.getHeaders().put(HttpHeader.CONTENT_TYPE, "text/plain; charset=utf-8");
        String line = "この要求は受け付けられません。(HTTP " + response.getStatus() + ")\n";
        response.write(true, ByteBuffer.wrap(line.getBytes(StandardCharsets.UTF_8)), callback);
        return true;
    }
}
