package jp.inkan.host.flow;

import java.time.Instant;
import jp.inkan.host.failure.Reason;
import jp.inkan.host.institution.Institution;
import jp.inkan.host.store.StoreException;
import jp.inkan.host.store.UserKeyStore;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Removes a certificate that a later one has replaced, and its key. No other: there is no way back. */
public final class Removal {
    private static final Logger LOG = LoggerFactory.getLogger(Removal.class);

    private Removal() {}

    /** @param certificateId as the list has it */
    public static void run(Institution institution, UserKeyStore store, String certificateId, Instant now)
            throws StoreException, FlowFailed, InterruptedException {
        try (UserKeyStore.Turn _ = StoreTurn.take(store)) {
            var entry = CertificateList.of(institution, store, now).find(certificateId)
                    .orElseThrow(() -> new FlowFailed(Reason.CERTIFICATE_UNKNOWN, "no such certificate here"));
            if (!entry.standing().replaced()) {
                throw new FlowFailed(Reason.NOT_REPLACED, "it is all the user has");
            }
            store.remove(entry.stored());
            LOG.info("Removed {} of institution {}", entry.standing().facts().serialNumber(), institution.code());
        }
    }
}
