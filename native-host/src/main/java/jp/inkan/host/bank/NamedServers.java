package jp.inkan.host.bank;

import java.security.cert.CertPathValidatorException;
import java.security.cert.CertificateParsingException;
import java.security.cert.X509Certificate;
import java.util.Collection;
import java.util.List;
import jp.inkan.host.certificate.CertificateChecker;

/**
 * Refuses a server that has its name in the subject alone (RFC 9525 section 2). The JDK compares that where there is no other; OkHttp
 * doesn't, but only once our own certificate was shown.
 */
final class NamedServers extends CertificateChecker {
    /** RFC 5280 section 4.2.1.6, GeneralName. */
    private static final int DNS_NAME = 2;

    @Override
    protected void check(X509Certificate certificate) throws CertPathValidatorException {
        if (certificate.getBasicConstraints() == -1 && !hasDnsName(certificate)) {
            throw new CertPathValidatorException("a server without a name");
        }
    }

    private static boolean hasDnsName(X509Certificate server) throws CertPathValidatorException {
        try {
            Collection<List<?>> names = server.getSubjectAlternativeNames();
            return names != null && names.stream().anyMatch(name -> name.getFirst().equals(DNS_NAME));
        } catch (CertificateParsingException e) {
            throw new CertPathValidatorException("a server whose name can't be read", e);
        }
    }
}
