package jp.inkan.host.bank;

import java.security.GeneralSecurityException;
import java.security.cert.CertPathValidator;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.security.cert.PKIXParameters;
import java.security.cert.TrustAnchor;
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
        List<X509Certificate> accepted = List.of(anchors);
        List<X509Certificate> path = Arrays.stream(chain).takeWhile(c -> !accepted.contains(c)).toList();
        long from = chain[0].getNotBefore().getTime();
        long until = chain[0].getNotAfter().getTime();
        try {
            var parameters = new PKIXParameters(
                    accepted.stream().map(anchor -> new TrustAnchor(anchor, null)).collect(Collectors.toSet()));
            parameters.setRevocationEnabled(false);
            parameters.addCertPathChecker(new SoundSignatures());
            parameters.setDate(new Date(from + (until - from) / 2));
            CertPathValidator.getInstance("PKIX")
                    .validate(CertificateFactory.getInstance("X.509").generateCertPath(path), parameters);
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
