package jp.inkan.e2e.bank.pki;

import java.security.PrivateKey;
import java.security.cert.X509Certificate;
import org.bouncycastle.asn1.x500.X500Name;

/** A certification authority of the practice bank: its key and its self-signed certificate. */
public record Authority(PrivateKey key, X509Certificate certificate) {
    /** The subject exactly as encoded in the certificate, so that issuer names match byte by byte. */
    X500Name name() {
        return X500Name.getInstance(certificate.getSubjectX500Principal().getEncoded());
    }

    /** Without the key. */
    @Override
    public String toString() {
        return "Authority[" + certificate.getSubjectX500Principal() + "]";
    }
}
