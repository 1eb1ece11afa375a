package jp.inkan.e2e.bank.state;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.math.BigInteger;
import java.security.cert.CertificateEncodingException;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.Optional;

/**
 * A certificate as the register's file has it. Files from before there were renewals and revocations have nothing of
 * either.
 *
 * @param certificate DER, base64 in the file
 * @param replaces    serial number in hexadecimal, left out unless it is a renewal
 * @param revokedAt   ISO 8601 in UTC, left out unless it is revoked
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record StoredCertificate(String loginId, String requestSha256, byte[] certificate, String replaces, String revokedAt) {
    static StoredCertificate of(IssuedCertificate issued) throws IOException {
        return new StoredCertificate(issued.loginId(), issued.requestSha256(), der(issued.certificate()),
                issued.replaces().map(number -> number.toString(16)).orElse(null),
                issued.revokedAt().map(Instant::toString).orElse(null));
    }

    IssuedCertificate issued() throws IOException {
        return new IssuedCertificate(loginId, requestSha256, parsed(certificate),
                Optional.ofNullable(replaces).map(hex -> new BigInteger(hex, 16)),
                Optional.ofNullable(revokedAt).map(Instant::parse));
    }

    private static X509Certificate parsed(byte[] der) throws IOException {
        try {
            return (X509Certificate) CertificateFactory.getInstance("X.509")
                    .generateCertificate(new ByteArrayInputStream(der));
        } catch (CertificateException e) {
            throw new IOException("A stored certificate can't be read", e);
        }
    }

    private static byte[] der(X509Certificate certificate) throws IOException {
        try {
            return certificate.getEncoded();
        } catch (CertificateEncodingException e) {
            throw new IOException(e);
        }
    }
}
