package jp.inkan.host.flow;

import java.util.Optional;
import jp.inkan.host.certificate.Standing;
import jp.inkan.host.institution.Institution;
import jp.inkan.host.store.StoreException;

/**
 * What CCHK007 shows.
 *
 * @param replaced after a renewal: the old certificate, which stays until the user wants it removed
 */
public record Outcome(Standing certificate, Optional<Standing> replaced) {
    /** @param id of a certificate that is in the store now
     * @param replacedId of the one that it renews */
    static Outcome of(Institution institution, ThisPc pc, String id, Optional<String> replacedId) throws StoreException {
        CertificateList list = CertificateList.of(institution, pc.store(), pc.clock().instant());
        var fresh = list.find(id).orElseThrow(() -> new StoreException("The new certificate isn't listed"));
        return new Outcome(fresh.standing(), replacedId.flatMap(list::find).map(CertificateList.Entry::standing));
    }
}
