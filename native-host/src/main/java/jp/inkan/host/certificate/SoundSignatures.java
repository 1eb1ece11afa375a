package jp.inkan.host.certificate;

import java.security.cert.CertPathValidatorException;
import java.security.cert.Certificate;
import java.security.cert.PKIXCertPathChecker;
import java.security.cert.X509Certificate;
import java.util.Collection;
import java.util.Set;

/**
 * Refuses a chain with a signature over MD5 or SHA-1 in it. The JDK refuses SHA-1 in TLS only below authorities of its own list
 * ({@code jdkCA} in {@code jdk.certpath.disabledAlgorithms}), and the host brings another.
 */
public final class SoundSignatures extends PKIXCertPathChecker {
    @Override
    public void init(boolean forward) {
        // Each certificate is looked at by itself.
    }

    @Override
    public boolean isForwardCheckingSupported() {
        return true;
    }

    @Override
    public Set<String> getSupportedExtensions() {
        return Set.of();
    }

    @Override
    public void check(Certificate certificate, Collection<String> unresolvedCriticalExtensions) throws CertPathValidatorException {
        if (certificate instanceof X509Certificate one && CertificateCheck.hasBrokenDigest(one)) {
            throw new CertPathValidatorException("signed over a broken digest", null, null, -1,
                    CertPathValidatorException.BasicReason.ALGORITHM_CONSTRAINED);
        }
    }
}
