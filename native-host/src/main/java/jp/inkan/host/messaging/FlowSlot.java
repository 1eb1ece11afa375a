package jp.inkan.host.messaging;

import java.time.Duration;
import jp.inkan.host.failure.Reason;
import jp.inkan.host.failure.Trace;
import jp.inkan.host.flow.Answer;
import jp.inkan.host.flow.Cancelled;
import jp.inkan.host.flow.Flow;
import jp.inkan.host.flow.FlowFailed;
import jp.inkan.host.store.StoreException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Room for the one flow that a port may have open. Its lock makes sure that a message about a flow is answered either before
 * the flow's outcome or knowing of it.
 */
final class FlowSlot {
    /** Makes a flow ready to run; the key store is opened for it. */
    @FunctionalInterface
    interface Opener {
        Flow open() throws StoreException;
    }

    private static final Logger LOG = LoggerFactory.getLogger(FlowSlot.class);
    /** How long a flow past the point of no return may go on after the browser is gone. The browser may kill us sooner. */
    private static final Duration LAST_ORDERS = Duration.ofMinutes(2);

    private final Outbox outbox;
    private OpenFlow open;

    FlowSlot(Outbox outbox) {
        this.outbox = outbox;
    }

    /** Starts a flow on a thread of its own; its outcome goes to the outbox. */
    synchronized void start(String id, Opener flow) throws MessageCodec.Refused {
        if (open != null) {
            throw new MessageCodec.Refused(id, Reason.FLOW_BUSY);
        }
        OpenFlow started = new OpenFlow(id, outbox);
        open = started;
        started.start(() -> close(outcome(started, flow)));
    }

    synchronized void answer(BrowserMessage.Answer message) throws MessageCodec.Refused {
        if (!isOpen(message.flow())) {
            new Answer(message.fields()).close();
            throw new MessageCodec.Refused(message.id(), Reason.FLOW_UNKNOWN);
        }
        if (!open.answer(message)) {
            throw new MessageCodec.Refused(message.id(), Reason.PROMPT_UNKNOWN);
        }
    }

    synchronized void cancel(BrowserMessage.Cancel message) throws MessageCodec.Refused {
        if (!isOpen(message.flow())) {
            throw new MessageCodec.Refused(message.id(), Reason.FLOW_UNKNOWN);
        }
        open.cancel();
    }

    /** The browser is gone: ends the flow, or waits for one that can't be ended. */
    void end() {
        OpenFlow last = cancelLast();
        try {
            if (last != null && !last.awaitEnd(LAST_ORDERS)) {
                LOG.error("Flow {} didn't end in time", last.id());
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private synchronized OpenFlow cancelLast() {
        if (open != null) {
            open.cancel();
        }
        return open;
    }

    private boolean isOpen(String id) {
        return open != null && open.id().equals(id);
    }

    private synchronized void close(HostMessage outcome) {
        try {
            outbox.send(outcome);
        } finally {
            open = null;
        }
    }

    private HostMessage outcome(OpenFlow user, Opener flow) {
        try {
            return HostMessage.Done.of(user.id(), flow.open().run(user));
        } catch (Cancelled e) {
            return new HostMessage.Cancelled(user.id());
        } catch (FlowFailed e) {
            return failed(user, e.reason(), e);
        } catch (StoreException e) {
            return failed(user, Reason.STORE_FAILED, e);
        } catch (RuntimeException | Error e) {
            return failed(user, Reason.INTERNAL, e);
        }
    }

    /** A call that broke because it was interrupted is what cancelling looks like from inside. */
    private static HostMessage failed(OpenFlow user, Reason reason, Throwable e) {
        if (user.wasCancelled()) {
            return new HostMessage.Cancelled(user.id());
        }
        LOG.error("Flow {} failed: {}: {}", user.id(), reason.wireName(), Trace.of(e));
        return HostMessage.Failed.of(user.id(), reason);
    }
}
