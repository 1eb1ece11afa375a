package jp.inkan.host.bank;

import java.time.Duration;
import java.util.OptionalInt;
import jp.inkan.host.failure.Reason;

/**
 * What can go wrong between the host and the bank, as kinds a caller can act on. Messages are for the log and name no
 * secret.
 */
public abstract sealed class BankException extends Exception {
    private static final long serialVersionUID = 1L;

    private BankException(String message, Throwable cause) {
        super(message, cause);
    }

    /** What to tell the user. */
    public abstract Reason reason();

    /** No answer came: no name, no connection, or it broke. A request that was sent may have been carried out. */
    public static final class Unreachable extends BankException {
        private static final long serialVersionUID = 1L;

        public Unreachable(String message, Throwable cause) {
            super(message, cause);
        }

        @Override
        public Reason reason() {
            return Reason.BANK_UNREACHABLE;
        }
    }

    /** The server isn't known to be the bank. Nothing was sent to it. */
    public static final class Untrusted extends BankException {
        private static final long serialVersionUID = 1L;

        public Untrusted(String message, Throwable cause) {
            super(message, cause);
        }

        @Override
        public Reason reason() {
            return Reason.TLS_UNTRUSTED;
        }
    }

    /** This PC's clock and the bank's are too far apart. */
    public static final class ClockWrong extends BankException {
        private static final long serialVersionUID = 1L;

        public ClockWrong(String message, Throwable cause) {
            super(message, cause);
        }

        @Override
        public Reason reason() {
            return Reason.CLOCK_WRONG;
        }
    }

    /** The bank wants to be asked again later (RFC 7030 section 4.2.3, RFC 9110 section 15.6.4). */
    public static final class Busy extends BankException {
        private static final long serialVersionUID = 1L;
        private final Duration retryAfter;

        public Busy(Duration retryAfter) {
            super("The bank is busy for " + retryAfter, null);
            this.retryAfter = retryAfter;
        }

        public Duration retryAfter() {
            return retryAfter;
        }

        @Override
        public Reason reason() {
            return Reason.BANK_BUSY;
        }
    }

    /** The bank refused with a problem document. */
    public static final class Refused extends BankException {
        private static final long serialVersionUID = 1L;
        private final Reason reason;
        private final Integer triesLeft;

        public Refused(int status, Reason reason, OptionalInt triesLeft) {
            super("The bank refused: " + status + " " + reason.wireName(), null);
            this.reason = reason;
            this.triesLeft = triesLeft.isPresent() ? triesLeft.getAsInt() : null;
        }

        @Override
        public Reason reason() {
            return reason;
        }

        public OptionalInt triesLeft() {
            return triesLeft == null ? OptionalInt.empty() : OptionalInt.of(triesLeft);
        }
    }

    /** The bank's answer isn't of the protocol, or asks for something this host doesn't know. */
    public static final class Protocol extends BankException {
        private static final long serialVersionUID = 1L;

        public Protocol(String message) {
            super(message, null);
        }

        @Override
        public Reason reason() {
            return Reason.BANK_ANSWER;
        }
    }

    /** The bank answered an enrolment with certificates, none of which is for our key. */
    public static final class NotOurKey extends BankException {
        private static final long serialVersionUID = 1L;

        public NotOurKey() {
            super("No certificate in the enrolment's answer is for our key", null);
        }

        @Override
        public Reason reason() {
            return Reason.CERTIFICATE_REJECTED;
        }
    }
}
