package jp.inkan.host.certificate;

import java.security.cert.CertPathValidatorException;
import java.security.cert.X509Certificate;

/**
 * Refuses a chain with a signature over MD5 or SHA-1 in it. The JDK refuses SHA-1 in TLS only below authorities of its own list
 * ({@code jdkCA} in {@code jdk.certpath.disabledAlgorithms}), and the host brings another.
 */
public final class SoundSignatures extends CertificateChecker {
    @Override
    protected void check(X509Certificate certificate) throws CertPathValidatorException {
        if (CertificateCheck.hasBrokenDigest(certificate)) {
            throw new CertPathValidatorException("signed over a broken digest", null, null, -1,
                    CertPathValidatorException.BasicReason.ALGORITHM_CONSTRAINED);
        }
    }
}
