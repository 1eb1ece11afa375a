package jp.inkan.host.store;

import java.net.InetAddress;
import java.net.Socket;
import java.security.KeyStore;
import java.security.Principal;
import java.security.PrivateKey;
import java.security.cert.Certificate;
import java.security.cert.X509Certificate;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import javax.net.ssl.KeyManager;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLParameters;
import javax.net.ssl.SSLServerSocket;
import javax.net.ssl.SSLSocket;
import javax.net.ssl.TrustManager;
import javax.net.ssl.X509ExtendedKeyManager;
import javax.net.ssl.X509TrustManager;
import okhttp3.tls.HeldCertificate;

/** A server on loopback that wants a client certificate, and one client. */
public final class TlsHandshake {
    /** Not the JDK's own: it asks the network's interfaces, which wine 8 dies of. */
    private static final InetAddress LOOPBACK = InetAddress.ofLiteral("127.0.0.1");

    private TlsHandshake() {}

    /** @param schemes the only ones by which the server lets a client sign, as RFC 8446 section 4.2.3 names them; none: the JDK's
     * @return the certificate whose key the client has proved */
    public static Certificate shownBy(StoredCertificate stored, String version, String... schemes) throws Exception {
        var held = new HeldCertificate.Builder().addSubjectAlternativeName("localhost").build();
        KeyStore own = KeyStore.getInstance("PKCS12");
        own.load(null, null);
        own.setKeyEntry("server", held.keyPair().getPrivate(), new char[0], new Certificate[] {held.certificate()});
        KeyManagerFactory server = KeyManagerFactory.getInstance("PKIX");
        server.init(own, new char[0]);

        try (SSLServerSocket listener = (SSLServerSocket) context(server.getKeyManagers()).getServerSocketFactory()
                .createServerSocket(0, 1, LOOPBACK)) {
            SSLParameters demands = listener.getSSLParameters();
            demands.setNeedClientAuth(true);
            demands.setProtocols(new String[] {version});
            demands.setSignatureSchemes(schemes.length == 0 ? null : andItsOwn(schemes));
            listener.setSSLParameters(demands);
            CompletableFuture<Certificate> shown = CompletableFuture.supplyAsync(() -> accept(listener));
            try (SSLSocket client = (SSLSocket) context(new KeyManager[] {new Only(stored)}).getSocketFactory()
                    .createSocket(LOOPBACK, listener.getLocalPort())) {
                client.startHandshake();
                client.getInputStream().read();
                return shown.get();
            }
        }
    }

    /** The list is for both sides, and the server signs, too. */
    private static String[] andItsOwn(String[] schemes) {
        return Stream.concat(Stream.of("ecdsa_secp256r1_sha256"), Stream.of(schemes)).toArray(String[]::new);
    }

    private static Certificate accept(SSLServerSocket listener) {
        try (SSLSocket socket = (SSLSocket) listener.accept()) {
            Certificate first = socket.getSession().getPeerCertificates()[0];
            socket.getOutputStream().write(1);
            return first;
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }

    private static SSLContext context(KeyManager[] identity) throws Exception {
        SSLContext context = SSLContext.getInstance("TLS");
        context.init(identity, new TrustManager[] {new Anybody()}, null);
        return context;
    }

    /** Who is trusted isn't what is tested here. */
    private static final class Anybody implements X509TrustManager {
        @Override
        public void checkClientTrusted(X509Certificate[] chain, String type) {}

        @Override
        public void checkServerTrusted(X509Certificate[] chain, String type) {}

        @Override
        public X509Certificate[] getAcceptedIssuers() {
            return new X509Certificate[0];
        }
    }

    private static final class Only extends X509ExtendedKeyManager {
        private final StoredCertificate stored;

        Only(StoredCertificate stored) {
            this.stored = stored;
        }

        @Override
        public String chooseClientAlias(String[] types, Principal[] issuers, Socket socket) {
            return "only";
        }

        @Override
        public X509Certificate[] getCertificateChain(String alias) {
            return new X509Certificate[] {stored.certificate()};
        }

        @Override
        public PrivateKey getPrivateKey(String alias) {
            return stored.key().privateKey();
        }

        @Override
        public String[] getClientAliases(String type, Principal[] issuers) {
            return new String[] {"only"};
        }

        @Override
        public String[] getServerAliases(String type, Principal[] issuers) {
            return new String[0];
        }

        @Override
        public String chooseServerAlias(String type, Principal[] issuers, Socket socket) {
            return null;
        }
    }
}
