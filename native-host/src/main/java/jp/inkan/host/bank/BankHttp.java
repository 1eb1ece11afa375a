package jp.inkan.host.bank;

import java.io.IOException;
import java.net.InetAddress;
import java.net.Proxy;
import java.net.ProxySelector;
import java.net.UnknownHostException;
import java.security.cert.CertificateException;
import java.security.cert.CertificateExpiredException;
import java.security.cert.CertificateNotYetValidException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import javax.net.ssl.SSLException;
import javax.net.ssl.SSLPeerUnverifiedException;
import jp.inkan.host.certificate.CertificateCheck;
import jp.inkan.host.institution.Endpoint;
import jp.inkan.host.proxy.LoopbackProxies;
import jp.inkan.host.proxy.Network;
import jp.inkan.host.proxy.ProxyConversation;
import jp.inkan.host.proxy.ProxyLogins;
import okhttp3.ConnectionPool;
import okhttp3.ConnectionSpec;
import okhttp3.Dns;
import okhttp3.HttpUrl;
import okhttp3.Interceptor;
import okhttp3.OkHttpClient;
import okhttp3.Protocol;
import okhttp3.Request;
import okhttp3.Response;
import okio.Buffer;
import okio.BufferedSource;

/** HTTPS to one bank: bounded in time and size, no redirects, no cookies, no cache, no silent second try. */
final class BankHttp implements AutoCloseable {
    /** One call, from the name's look-up to the last byte. */
    static final Duration CALL_LIMIT = Duration.ofSeconds(30);
    /** Bytes of a body. The largest honest one, a CMS with a chain, has 8 KiB. */
    private static final long BODY_LIMIT = 64 * 1024;
    /** Bytes that one call takes in, the handshake, headers and what holds a body together included; TLS on top. */
    static final long CONNECTION_LIMIT = 512 * 1024;
    /** The resolver of Linux gives a server 5 seconds, and tries twice. */
    private static final Duration LOOK_UP_LIMIT = Duration.ofSeconds(10);
    /** Bytes. {@code okio.SegmentPool.MAX_SIZE}. */
    private static final int OKIO_POOL = 64 * 1024;

    private final HttpUrl base;
    private final OkHttpClient client;
    private final Clock clock;
    private final Trust trust;
    private final ProxyLogins logins;

    private BankHttp(HttpUrl base, OkHttpClient client, Clock clock, Trust trust, ProxyLogins logins) {
        this.base = base;
        this.client = client;
        this.clock = clock;
        this.trust = trust;
        this.logins = logins;
    }

    /** @param identity shown to a server that asks for one */
    static BankHttp to(Endpoint endpoint, Clock clock, Network network, Optional<ClientIdentity> identity)
            throws BankException {
        return to(endpoint, clock, network, identity, CALL_LIMIT);
    }

    /** @param callLimit of one call, instead of {@link #CALL_LIMIT} */
    static BankHttp to(
            Endpoint endpoint, Clock clock, Network network, Optional<ClientIdentity> identity, Duration callLimit)
            throws BankException {
        // For every bank, before any socket: the settings take the JDK's own selector away from the sockets.
        ProxySelector settings = network.proxies().get();
        Trust trust = Trust.of(endpoint, identity);
        var builder = new OkHttpClient.Builder()
                .callTimeout(callLimit.toMillis(), TimeUnit.MILLISECONDS)
                .followRedirects(false)
                .followSslRedirects(false)
                // A POST on a pooled connection can die unanswered; a retry must be the flow's decision.
                .retryOnConnectionFailure(false)
                .connectionPool(new ConnectionPool(0, 1, TimeUnit.MILLISECONDS))
                .connectionSpecs(List.of(ConnectionSpec.MODERN_TLS))
                .protocols(List.of(Protocol.HTTP_1_1))
                .socketFactory(new BoundedSockets(CONNECTION_LIMIT))
                .addNetworkInterceptor(BankHttp::hideRetryAfter);
        switch (endpoint) {
            case Endpoint.Public _ -> builder.proxySelector(settings).dns(new TimelyDns(Dns.SYSTEM, LOOK_UP_LIMIT));
            case Endpoint.Loopback practice -> {
                builder.dns(name -> loopbackFor(practice.host(), name));
                if (practice.throughProxy()) {
                    builder.proxySelector(new LoopbackProxies(settings));
                } else {
                    builder.proxy(Proxy.NO_PROXY);
                }
            }
        }
        HttpUrl base = new HttpUrl.Builder().scheme("https").host(endpoint.host()).port(endpoint.port()).build();
        return new BankHttp(base, trust.configure(builder).build(), clock, trust, network.logins());
    }

    Request.Builder request(String path) {
        // Else OkHttp asks for gzip and unpacks it, and okio reads a gzip's file name however long it is.
        return new Request.Builder().url(base.newBuilder().addPathSegments(path).build()).header("Accept-Encoding", "identity");
    }

    /** @return the answer, with one of the statuses that were expected */
    Answer send(Request request, Integer... expected) throws BankException {
        Answer answer = call(request);
        checkClock(answer);
        if (!List.of(expected).contains(answer.status())) {
            throw Problem.of(answer, clock.instant());
        }
        return answer;
    }

    private Answer call(Request request) throws BankException {
        var proxies = new ProxyConversation(logins);
        try (Response response = proxies.join(client.newBuilder()).build().newCall(request).execute()) {
            return new Answer(response.code(), response.headers(), body(response.body().source()));
        } catch (IOException e) {
            throw explained(e, request, proxies);
        } catch (IllegalArgumentException | IllegalStateException e) {
            // What OkHttp makes of a Content-Length or a status below zero.
            throw new BankException.Protocol("The answer can't be read: " + e.getClass().getSimpleName());
        }
    }

    private BankException explained(IOException e, Request request, ProxyConversation proxies) {
        if (isAbout(e, Allowance.TooMuch.class)) {
            return new BankException.Protocol("The answer is over " + CONNECTION_LIMIT + " bytes, headers and all");
        }
        if (!(e instanceof SSLException tls)) {
            return proxies.trouble().map(trouble -> BankException.of(trouble, e)).orElseGet(() -> unreachable(e));
        }
        if (isAbout(tls, CertificateExpiredException.class, CertificateNotYetValidException.class)) {
            return datesDontFit(request, tls);
        }
        // Any other trouble of TLS is a broken connection: a bank that restarts looks like that.
        return isAbout(tls, CertificateException.class, SSLPeerUnverifiedException.class) || isNoTls(tls)
                ? untrusted(tls)
                : unreachable(tls);
    }

    /**
     * Keeps the header from OkHttp, which would ask again by itself after "0", and throws an unchecked exception at a number
     * too long for it.
     */
    private static Response hideRetryAfter(Interceptor.Chain chain) throws IOException {
        Response response = chain.proceed(chain.request());
        String value = response.header("Retry-After");
        return value == null
                ? response
                : response.newBuilder()
                        .headers(response.headers().newBuilder()
                                .removeAll("Retry-After")
                                // A bank may write anything there.
                                .addUnsafeNonAscii(Answer.RETRY_AFTER, value)
                                .build())
                        .build();
    }

    private static byte[] body(BufferedSource source) throws IOException, BankException {
        var whole = new Buffer();
        while (whole.size() <= BODY_LIMIT) {
            if (source.read(whole, BODY_LIMIT + 1 - whole.size()) == -1) {
                return whole.readByteArray();
            }
        }
        throw new BankException.Protocol("The answer is over " + BODY_LIMIT + " bytes");
    }

    /** okio keeps the buffers that a request was written through for this thread's next one, 64 KiB at most, as they are. */
    static void overwriteBuffers() {
        try (Buffer zeros = new Buffer()) {
            zeros.write(new byte[OKIO_POOL]);
        }
    }

    private BankException untrusted(SSLException e) {
        return new BankException.Untrusted("The server at " + base.host() + " isn't known to be the bank", e);
    }

    private BankException unreachable(IOException e) {
        return new BankException.Unreachable("No answer from " + base.host(), e);
    }

    private static boolean isAbout(Throwable e, Class<?>... kinds) {
        for (Throwable cause = e; cause != null; cause = cause.getCause()) {
            for (Class<?> kind : kinds) {
                if (kind.isInstance(cause)) {
                    return true;
                }
            }
        }
        return false;
    }

    /** The JDK has no type for an answer in plain text: something that isn't the bank stands in its place. */
    private static boolean isNoTls(SSLException e) {
        return String.valueOf(e.getMessage()).contains("Unsupported or unrecognized SSL message");
    }

    /**
     * The server's certificate isn't valid by our clock: either that certificate or our clock is at fault. Asking the server
     * for the time, trusting it but for the dates, tells which. Nothing but the question is sent.
     */
    private BankException datesDontFit(Request failed, SSLException e) {
        Request question = new Request.Builder().url(failed.url().newBuilder().encodedPath("/").build()).head().build();
        var proxies = new ProxyConversation(logins);
        try (Response response = proxies.join(trust.ignoringDates(client.newBuilder())).build().newCall(question).execute()) {
            Instant bank = response.headers().getInstant("Date");
            if (bank != null && tooFarFrom(bank)) {
                return new BankException.ClockWrong("The bank's clock says " + bank, e);
            }
            return untrusted(e);
        } catch (IOException second) {
            return untrusted(e);
        }
    }

    private void checkClock(Answer answer) throws BankException {
        Instant bank = answer.headers().getInstant("Date");
        if (bank != null && tooFarFrom(bank)) {
            throw new BankException.ClockWrong("The bank's clock says " + bank, null);
        }
    }

    private boolean tooFarFrom(Instant bank) {
        return Duration.between(bank, clock.instant()).abs().compareTo(CertificateCheck.CLOCK_TOLERANCE) > 0;
    }

    private static List<InetAddress> loopbackFor(String host, String name) throws UnknownHostException {
        if (!name.equals(host)) {
            throw new UnknownHostException(name);
        }
        return List.of(InetAddress.getByAddress(name, new byte[] {127, 0, 0, 1}));
    }

    @Override
    public void close() {
        client.connectionPool().evictAll();
    }
}
