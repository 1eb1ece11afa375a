package jp.inkan.host.bank;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.Certificate;
import java.security.cert.CertificateFactory;

/**
 * Whose TLS certificates are believed. Our own list for real banks: neither the system's nor a Java runtime's, which on many systems is
 * the system's, with whatever somebody has added there.
 */
final class Authorities {
    /** Mozilla's, one PEM after the other; README.md says how to renew it. */
    private static final String PUBLIC = "authorities.pem";

    private Authorities() {}

    static KeyStore ofThePublic() {
        return Public.LIST;
    }

    /** Read once, for the first real bank: it takes a while. */
    private static final class Public {
        private static final KeyStore LIST = load();

        private static KeyStore load() {
            try (InputStream pem = new BufferedInputStream(Authorities.class.getResourceAsStream(PUBLIC))) {
                return read(pem);
            } catch (GeneralSecurityException | IOException e) {
                throw new IllegalStateException("The host has no list of authorities", e);
            }
        }
    }

    /** @param pem any number of certificates */
    static KeyStore read(InputStream pem) throws GeneralSecurityException, IOException {
        KeyStore anchors = KeyStore.getInstance(KeyStore.getDefaultType());
        anchors.load(null, null);
        int count = 0;
        for (Certificate authority : CertificateFactory.getInstance("X.509").generateCertificates(pem)) {
            anchors.setCertificateEntry(Integer.toString(count++), authority);
        }
        return anchors;
    }
}
