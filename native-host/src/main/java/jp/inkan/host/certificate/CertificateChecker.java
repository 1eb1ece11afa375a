package jp.inkan.host.certificate;

import java.security.cert.CertPathValidatorException;
import java.security.cert.Certificate;
import java.security.cert.PKIXCertPathChecker;
import java.security.cert.X509Certificate;
import java.util.Collection;
import java.util.Set;

/** Looks at each certificate of a chain by itself, whichever way the chain is built. */
public abstract class CertificateChecker extends PKIXCertPathChecker {
    /** @throws CertPathValidatorException if it mustn't be in a chain that is believed */
    protected abstract void check(X509Certificate certificate) throws CertPathValidatorException;

    @Override
    public final void check(Certificate certificate, Collection<String> unresolvedCriticalExtensions) throws CertPathValidatorException {
        if (certificate instanceof X509Certificate one) {
            check(one);
        }
    }

    @Override
    public final void init(boolean forward) {
        // Nothing is remembered from one certificate to the next.
    }

    @Override
    public final boolean isForwardCheckingSupported() {
        return true;
    }

    @Override
    public final Set<String> getSupportedExtensions() {
        return Set.of();
    }
}
