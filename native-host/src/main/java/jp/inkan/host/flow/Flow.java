package jp.inkan.host.flow;

import jp.inkan.host.bank.BankException;
import jp.inkan.host.failure.Reason;
import jp.inkan.host.journal.JournalException;
import jp.inkan.host.store.StoreException;
import org.bouncycastle.operator.OperatorCreationException;

/** Issuing or renewing: straight through, on the caller's thread. */
@FunctionalInterface
public interface Flow {
    Outcome run(User user) throws FlowFailed, Cancelled;

    /** What a flow does, with the exceptions of the rooms below. */
    @FunctionalInterface
    interface Work {
        Outcome run() throws BankException, StoreException, JournalException, OperatorCreationException, InterruptedException,
                FlowFailed, Cancelled;
    }

    /** Gives each of those exceptions the reason that the user is told. */
    static Outcome explaining(Work work) throws FlowFailed, Cancelled {
        try {
            return work.run();
        } catch (BankException e) {
            throw new FlowFailed(e.reason(), e);
        } catch (StoreException | OperatorCreationException e) {
            throw new FlowFailed(Reason.STORE_FAILED, e);
        } catch (JournalException e) {
            throw new FlowFailed(Reason.JOURNAL_FAILED, e);
        } catch (InterruptedException e) {
            throw new FlowFailed(Reason.INTERNAL, e);
        }
    }
}
