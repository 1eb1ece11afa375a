package jp.inkan.host.flow;

import jp.inkan.host.failure.Reason;

/** The flow ended without a certificate. The cause is for the log. */
public final class FlowFailed extends Exception {
    private static final long serialVersionUID = 1L;
    private final Reason reason;

    public FlowFailed(Reason reason, Throwable cause) {
        super(reason.wireName(), cause);
        this.reason = reason;
    }

    public FlowFailed(Reason reason, String message) {
        super(reason.wireName() + ": " + message);
        this.reason = reason;
    }

    public Reason reason() {
        return reason;
    }
}
