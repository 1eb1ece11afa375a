package jp.inkan.host.bank;

import java.security.GeneralSecurityException;
import java.security.cert.CertPathBuilder;
import java.security.cert.CertStore;
import java.security.cert.CertificateException;
import java.security.cert.CollectionCertStoreParameters;
import java.security.cert.PKIXBuilderParameters;
import java.security.cert.TrustAnchor;
import java.security.cert.X509CertSelector;
import java.security.cert.X509Certificate;
import java.util.Arrays;
import java.util.Date;
import java.util.List;
import java.util.stream.Collectors;
import javax.net.ssl.X509TrustManager;
import jp.inkan.host.certificate.SoundSignatures;

/**
 * Validates a server's chain as of the middle of its certificate's validity instead of now (RFC 5280 section 6). Good for
 * one thing: asking a bank for the time when the PC's clock may be wrong.
 */
final class DatelessTrust implements X509TrustManager {
    private final X509Certificate[] anchors;

    DatelessTrust(X509Certificate[] anchors) {
        this.anchors = anchors.clone();
    }

    @Override
    public void checkServerTrusted(X509Certificate[] chain, String keyExchange) throws CertificateException {
        long from = chain[0].getNotBefore().getTime();
        long until = chain[0].getNotAfter().getTime();
        var server = new X509CertSelector();
        server.setCertificate(chain[0]);
        try {
            var parameters = new PKIXBuilderParameters(
                    Arrays.stream(anchors).map(anchor -> new TrustAnchor(anchor, null)).collect(Collectors.toSet()), server);
            // What the server sends is what may be on the way to an anchor, not the way itself.
            parameters.addCertStore(CertStore.getInstance("Collection", new CollectionCertStoreParameters(List.of(chain))));
            parameters.setRevocationEnabled(false);
            parameters.addCertPathChecker(new SoundSignatures());
            parameters.setDate(new Date(from + (until - from) / 2));
            CertPathBuilder.getInstance("PKIX").build(parameters);
        } catch (GeneralSecurityException e) {
            throw new CertificateException("Not trusted, whatever the date", e);
        }
    }

    @Override
    public void checkClientTrusted(X509Certificate[] chain, String keyType) throws CertificateException {
        throw new CertificateException("This is a client");
    }

    @Override
    public X509Certificate[] getAcceptedIssuers() {
        return anchors.clone();
    }
}
