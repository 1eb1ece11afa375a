package jp.inkan.host.flow;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import jp.inkan.host.certificate.CertificateCheck;
import jp.inkan.host.certificate.CertificateFacts;
import jp.inkan.host.certificate.Standing;
import jp.inkan.host.institution.Institution;
import jp.inkan.host.store.StoreException;
import jp.inkan.host.store.StoredCertificate;
import jp.inkan.host.store.UserKeyStore;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * CCHK001: the certificates of one institution on this PC. Other programs put certificates into the store too: one that can't
 * be read or shown is left out, and doesn't cost the user the others.
 *
 * @param usable valid now, the one that expires first on top
 * @param expired how many have expired; they aren't listed
 */
public record CertificateList(List<Entry> usable, int expired) {
    /** @param stored with its key */
    public record Entry(Standing standing, StoredCertificate stored) {}

    private record Readable(CertificateFacts facts, StoredCertificate stored) {}

    private static final Logger LOG = LoggerFactory.getLogger(CertificateList.class);
    /** As many as the message contract allows. A contract has at most 100 login ids. */
    private static final int MOST = 200;

    public CertificateList {
        usable = List.copyOf(usable);
    }

    public static CertificateList of(Institution institution, UserKeyStore store, Instant now) throws StoreException {
        return of(institution, store.list(), now);
    }

    /** @param store all that is in the store, so that several institutions can be looked up in one reading */
    public static CertificateList of(Institution institution, List<StoredCertificate> store, Instant now) {
        List<Readable> all = store.stream().flatMap(stored -> readable(stored, institution).stream()).toList();
        List<Readable> valid = all.stream()
                .filter(each -> each.facts().validAt(now))
                .sorted(Comparator.comparing(each -> each.facts().validUntil()))
                .limit(MOST)
                .toList();
        List<CertificateFacts> facts = valid.stream().map(Readable::facts).toList();
        List<Entry> usable = valid.stream()
                .map(each -> new Entry(Standing.of(each.facts(), institution.certificate(), facts, now), each.stored()))
                .toList();
        return new CertificateList(usable, (int) all.stream().filter(each -> now.isAfter(each.facts().validUntil())).count());
    }

    public List<Standing> standings() {
        return usable.stream().map(Entry::standing).toList();
    }

    /** @param id {@link CertificateFacts#id} */
    Optional<Entry> find(String id) {
        return usable.stream().filter(entry -> entry.standing().facts().id().equals(id)).findFirst();
    }

    private static Optional<Readable> readable(StoredCertificate stored, Institution institution) {
        try {
            return CertificateCheck.isOf(institution, stored.certificate())
                    ? Optional.of(CertificateFacts.of(stored.certificate()))
                            .filter(CertificateFacts::presentable)
                            .map(facts -> new Readable(facts, stored))
                    : Optional.empty();
        } catch (RuntimeException e) {
            LOG.warn("A certificate in the store can't be read: {}", e.getClass().getSimpleName());
            return Optional.empty();
        }
    }
}
