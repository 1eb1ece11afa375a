package jp.inkan.host.flow;

import java.time.Duration;
import java.util.Optional;
import jp.inkan.host.failure.Reason;
import jp.inkan.host.store.StoreException;
import jp.inkan.host.store.UserKeyStore;

/** Waits for this process's turn at the key store: the host of another browser may be issuing at this moment. */
final class StoreTurn {
    /** Longer than a recovery takes that waits for a slow bank. */
    private static final Duration PATIENCE = Duration.ofSeconds(35);
    private static final Duration PAUSE = Duration.ofMillis(200);

    private StoreTurn() {}

    /** For whoever wants the turn again at once: those who wait look for it now and then. */
    static void letOthers() throws InterruptedException {
        Thread.sleep(PAUSE.multipliedBy(2));
    }

    /** @throws FlowFailed with {@code FLOW_BUSY} if the other takes too long */
    static UserKeyStore.Turn take(UserKeyStore store) throws StoreException, FlowFailed, InterruptedException {
        // Counted, not timed: a PC's clock may jump.
        for (long tries = PATIENCE.dividedBy(PAUSE); tries > 0; tries--) {
            Optional<UserKeyStore.Turn> turn = store.takeTurn();
            if (turn.isPresent()) {
                return turn.get();
            }
            Thread.sleep(PAUSE);
        }
        throw new FlowFailed(Reason.FLOW_BUSY, "another process is at the key store");
    }
}
