package jp.inkan.host.bank;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.PKIXBuilderParameters;
import java.security.cert.X509CertSelector;
import java.security.cert.X509Certificate;
import java.util.Optional;
import javax.net.ssl.CertPathTrustManagerParameters;
import javax.net.ssl.KeyManager;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManager;
import javax.net.ssl.TrustManagerFactory;
import javax.net.ssl.X509TrustManager;
import jp.inkan.host.certificate.SoundSignatures;
import jp.inkan.host.institution.Endpoint;
import okhttp3.OkHttpClient;

/** Who is believed in TLS and who we are there: our own list of authorities for a real bank, one trust anchor for the practice bank. */
final class Trust {
    private final X509TrustManager manager;
    private final KeyManager[] identity;

    private Trust(X509TrustManager manager, KeyManager[] identity) {
        this.manager = manager;
        this.identity = identity;
    }

    static Trust of(Endpoint endpoint, Optional<ClientIdentity> identity) throws BankException {
        try {
            TrustManagerFactory factory = TrustManagerFactory.getInstance("PKIX");
            factory.init(new CertPathTrustManagerParameters(below(switch (endpoint) {
                case Endpoint.Public _ -> Authorities.ofThePublic();
                case Endpoint.Loopback loopback -> only(loopback.trustAnchor());
            })));
            return new Trust(
                    (X509TrustManager) factory.getTrustManagers()[0],
                    identity.map(one -> new KeyManager[] {one.keyManager()}).orElseGet(() -> new KeyManager[0]));
        } catch (GeneralSecurityException | IOException e) {
            throw new BankException.Untrusted("The trust anchors can't be read", e);
        }
    }

    X509Certificate[] authorities() {
        return manager.getAcceptedIssuers();
    }

    OkHttpClient.Builder configure(OkHttpClient.Builder builder) {
        return builder.sslSocketFactory(tls(identity, manager), manager);
    }

    /** The same trust, but for the dates, and showing nothing of ours; for asking a server for the time and nothing else. */
    OkHttpClient.Builder ignoringDates(OkHttpClient.Builder builder) {
        X509TrustManager dateless = new DatelessTrust(authorities());
        return builder.sslSocketFactory(tls(new KeyManager[0], dateless), dateless);
    }

    private static PKIXBuilderParameters below(KeyStore authorities) throws GeneralSecurityException {
        var parameters = new PKIXBuilderParameters(authorities, new X509CertSelector());
        parameters.setRevocationEnabled(false);
        parameters.addCertPathChecker(new SoundSignatures());
        parameters.addCertPathChecker(new NamedServers());
        return parameters;
    }

    private static KeyStore only(Path pem) throws GeneralSecurityException, IOException {
        try (InputStream in = Files.newInputStream(pem)) {
            return Authorities.read(in);
        }
    }

    private static NamedTls tls(KeyManager[] identity, X509TrustManager manager) {
        try {
            SSLContext context = SSLContext.getInstance("TLS");
            context.init(identity, new TrustManager[] {manager}, null);
            return new NamedTls(context.getSocketFactory(), BankHttp.CONNECTION_LIMIT);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("Every Java runtime has TLS", e);
        }
    }
}
