package jp.inkan.host.flow;

import java.time.Instant;
import jp.inkan.host.failure.Reason;
import jp.inkan.host.institution.Institution;
import jp.inkan.host.store.KeyProof;
import jp.inkan.host.store.StoreException;
import jp.inkan.host.store.UserKeyStore;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Removes a certificate that a later, usable one has replaced, and its key. No other: there is no way back. */
public final class Removal {
    private static final Logger LOG = LoggerFactory.getLogger(Removal.class);

    private Removal() {}

    /** @param certificateId as the list has it */
    public static void run(Institution institution, UserKeyStore store, String certificateId, Instant now)
            throws StoreException, FlowFailed, InterruptedException {
        try (UserKeyStore.Turn _ = StoreTurn.take(store)) {
            var list = CertificateList.of(institution, store, now);
            var entry = list.find(certificateId)
                    .orElseThrow(() -> new FlowFailed(Reason.CERTIFICATE_UNKNOWN, "no such certificate here"));
            if (!isReplaced(entry, list)) {
                throw new FlowFailed(Reason.NOT_REPLACED, "it is all the user has");
            }
            store.remove(entry.stored());
            LOG.info("Removed {} of institution {}", entry.standing().facts().serialNumber(), institution.code());
        }
    }

    /** By one that can be used. The store gives keys that have stopped signing: those in a TPM that was cleared, for one. */
    private static boolean isReplaced(CertificateList.Entry entry, CertificateList list) {
        return list.usable().stream()
                .filter(other -> entry.standing().facts().isReplacedBy(other.standing().facts()))
                .anyMatch(other -> KeyProof.fault(other.stored()).isEmpty());
    }
}
