package jp.inkan.host.flow;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import jp.inkan.host.certificate.CertificateFacts;
import jp.inkan.host.certificate.DistinguishedName;
import jp.inkan.host.institution.Institution;
import jp.inkan.host.store.StoreException;
import jp.inkan.host.store.StoredCertificate;
import jp.inkan.host.store.UserKeyStore;

/** CCHK001: the certificates of one institution that are valid now; the one that expires first on top. */
public final class UsableCertificates {
    private UsableCertificates() {}

    public static List<CertificateFacts> of(Institution institution, UserKeyStore store, Instant now) throws StoreException {
        return store.list().stream()
                .filter(stored -> belongs(stored, institution))
                .map(stored -> CertificateFacts.of(stored.certificate()))
                .filter(facts -> facts.validAt(now))
                .sorted(Comparator.comparing(CertificateFacts::validUntil))
                .toList();
    }

    private static boolean belongs(StoredCertificate stored, Institution institution) {
        var codes = institution.certificate().organizationCodes();
        return codes.contains(DistinguishedName.subjectOf(stored.certificate()).institutionCode())
                && codes.contains(DistinguishedName.issuerOf(stored.certificate()).institutionCode());
    }
}
