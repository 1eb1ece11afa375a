package jp.inkan.host.flow;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import jp.inkan.host.certificate.CertificateCheck;
import jp.inkan.host.certificate.CertificateFacts;
import jp.inkan.host.institution.Institution;
import jp.inkan.host.store.StoreException;
import jp.inkan.host.store.StoredCertificate;
import jp.inkan.host.store.UserKeyStore;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * CCHK001: the certificates of one institution that are valid now; the one that expires first on top. Other programs put
 * certificates into the store too: one that can't be read or shown is left out, and doesn't cost the user the others.
 */
public final class UsableCertificates {
    private static final Logger LOG = LoggerFactory.getLogger(UsableCertificates.class);
    /** As many as the message contract allows. A contract has at most 100 login ids. */
    private static final int MOST = 200;

    private UsableCertificates() {}

    public static List<CertificateFacts> of(Institution institution, UserKeyStore store, Instant now) throws StoreException {
        return store.list().stream()
                .flatMap(stored -> facts(stored, institution).stream())
                .filter(facts -> facts.validAt(now))
                .sorted(Comparator.comparing(CertificateFacts::validUntil))
                .limit(MOST)
                .toList();
    }

    private static Optional<CertificateFacts> facts(StoredCertificate stored, Institution institution) {
        try {
            return CertificateCheck.isOf(institution, stored.certificate())
                    ? Optional.of(CertificateFacts.of(stored.certificate())).filter(CertificateFacts::presentable)
                    : Optional.empty();
        } catch (RuntimeException e) {
            LOG.warn("A certificate in the store can't be read: {}", e.getClass().getSimpleName());
            return Optional.empty();
        }
    }
}
