package jp.inkan.e2e.bank.tls;

import java.security.GeneralSecurityException;
import java.security.cert.X509Certificate;
import javax.net.ssl.KeyManager;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManager;
import org.eclipse.jetty.server.HttpConfiguration;
import org.eclipse.jetty.server.HttpConnectionFactory;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;
import org.eclipse.jetty.server.SslConnectionFactory;
import org.eclipse.jetty.util.ssl.SslContextFactory;

/** The bank's ears: HTTP/1.1 over TLS 1.2 or 1.3 at a free port of the loopback address. */
public final class Listener {
    private static final long IDLE_MILLIS = 30_000;

    private Listener() {
    }

    /** Asks clients for nothing. */
    public static ServerConnector anonymous(Server server, String name, KeyManager[] identity) {
        return connector(server, name, context(identity, new TrustManager[0]), false);
    }

    /** Wants a certificate of the authority's, goes on without one, and tells {@code logins} who came. */
    public static ServerConnector wantingCertificate(Server server, String name, KeyManager[] identity,
                                                     X509Certificate authority, ClientLogins logins) {
        ServerConnector connector =
                connector(server, name, context(identity, new TrustManager[] {new ClientTrust(authority)}), true);
        connector.addBean(logins);
        return connector;
    }

    private static ServerConnector connector(Server server, String name, SSLContext context, boolean wantsCertificate) {
        SslContextFactory.Server tls = new SslContextFactory.Server();
        tls.setSslContext(context);
        tls.setWantClientAuth(wantsCertificate);
        tls.setIncludeProtocols("TLSv1.3", "TLSv1.2");
        HttpConnectionFactory http = new HttpConnectionFactory(configuration());
        ServerConnector connector =
                new ServerConnector(server, 1, 1, new SslConnectionFactory(tls, http.getProtocol()), http);
        connector.setName(name);
        connector.setHost("127.0.0.1");
        connector.setPort(0);
        connector.setIdleTimeout(IDLE_MILLIS);
        return connector;
    }

    private static HttpConfiguration configuration() {
        HttpConfiguration configuration = new HttpConfiguration();
        // The bank's own clock writes the Date header.
        configuration.setSendDateHeader(false);
        configuration.setSendServerVersion(false);
        return configuration;
    }

    private static SSLContext context(KeyManager[] identity, TrustManager[] trust) {
        try {
            SSLContext context = SSLContext.getInstance("TLS");
            context.init(identity, trust, null);
            return context;
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("This Java has no TLS", e);
        }
    }
}
