package jp.inkan.host.bank;

import java.time.Duration;
import java.util.OptionalInt;
import jp.inkan.host.failure.Reason;
import jp.inkan.host.institution.Institution;
import jp.inkan.host.proxy.ProxyAddress;
import jp.inkan.host.proxy.ProxyTrouble;

/**
 * What can go wrong between the host and the bank, as kinds a caller can act on. Messages are for the log and name no
 * secret.
 */
public abstract sealed class BankException extends Exception {
    private static final long serialVersionUID = 1L;

    private final Reason reason;

    private BankException(Reason reason, String message, Throwable cause) {
        super(message, cause);
        this.reason = reason;
    }

    /** What to tell the user. */
    public final Reason reason() {
        return reason;
    }

    /** No answer came: no name, no connection, or it broke. A request that was sent may have been carried out. */
    public static final class Unreachable extends BankException {
        private static final long serialVersionUID = 1L;

        Unreachable(String message, Throwable cause) {
            super(Reason.BANK_UNREACHABLE, message, cause);
        }
    }

    /** A proxy on the way wants to know who we are. The bank was sent nothing: the same call may be made again. */
    public static final class ProxyLogin extends BankException {
        private static final long serialVersionUID = 1L;
        private final ProxyAddress proxy;
        private final boolean rejected;

        private ProxyLogin(ProxyTrouble.LoginWanted trouble, Throwable cause) {
            super(Reason.PROXY_CREDENTIALS, "The proxy " + trouble.proxy() + " wants a login", cause);
            proxy = trouble.proxy();
            rejected = trouble.rejected();
        }

        /** Whom to tell, by {@link jp.inkan.host.proxy.ProxyLogins#give}; its text is what the user is shown. */
        public ProxyAddress proxy() {
            return proxy;
        }

        /** It was told, and refused; what it was told is forgotten. */
        public boolean rejected() {
            return rejected;
        }
    }

    /** A proxy on the way lets nothing through. The bank was sent nothing. */
    public static final class ProxyFailed extends BankException {
        private static final long serialVersionUID = 1L;

        private ProxyFailed(Reason reason, ProxyAddress proxy, Throwable cause) {
            super(reason, "No way through the proxy " + proxy, cause);
        }
    }

    static BankException of(ProxyTrouble trouble, Throwable cause) {
        return switch (trouble) {
            case ProxyTrouble.LoginWanted wanted -> new ProxyLogin(wanted, cause);
            case ProxyTrouble.SchemeUnknown unknown -> new ProxyFailed(Reason.PROXY_UNSUPPORTED, unknown.proxy(), cause);
            case ProxyTrouble.NoWay noWay -> new ProxyFailed(Reason.PROXY_UNREACHABLE, noWay.proxy(), cause);
        };
    }

    /** The server isn't known to be the bank, and was sent nothing. */
    public static final class Untrusted extends BankException {
        private static final long serialVersionUID = 1L;

        Untrusted(String message, Throwable cause) {
            super(Reason.TLS_UNTRUSTED, message, cause);
        }
    }

    /** This PC's clock and the bank's are too far apart. */
    public static final class ClockWrong extends BankException {
        private static final long serialVersionUID = 1L;

        ClockWrong(String message, Throwable cause) {
            super(Reason.CLOCK_WRONG, message, cause);
        }
    }

    /** The bank wants to be asked again later (RFC 7030 section 4.2.3, RFC 9110 section 15.6.4). */
    public static final class Busy extends BankException {
        private static final long serialVersionUID = 1L;
        private final Duration retryAfter;

        Busy(Duration retryAfter) {
            super(Reason.BANK_BUSY, "The bank is busy for " + retryAfter, null);
            this.retryAfter = retryAfter;
        }

        public Duration retryAfter() {
            return retryAfter;
        }
    }

    /** The bank refused with a problem document. */
    public static final class Refused extends BankException {
        private static final long serialVersionUID = 1L;
        /** 0 for none: an OptionalInt isn't serializable. */
        private final int triesLeft;

        Refused(int status, Reason reason, OptionalInt triesLeft) {
            super(reason, "The bank refused: " + status + " " + reason.wireName(), null);
            this.triesLeft = triesLeft.orElse(0);
        }

        private Refused(Refused cause) {
            super(Reason.BANK_REFUSED, "The bank refused with a code that isn't in its manual", cause);
            this.triesLeft = cause.triesLeft;
        }

        /** A code that isn't in the institution's manual means nothing to its help desk: then it is refused, without a reason. */
        Refused asToldBy(Institution institution) {
            if (institution.login().codes().contains(reason().code().name())) {
                return this;
            }
            return new Refused(this);
        }

        /** Tries until the login id is locked, 1 or more, where the bank says so. */
        public OptionalInt triesLeft() {
            return triesLeft == 0 ? OptionalInt.empty() : OptionalInt.of(triesLeft);
        }
    }

    /** The bank's answer isn't of the protocol, or asks for something this host doesn't know. */
    public static final class Protocol extends BankException {
        private static final long serialVersionUID = 1L;

        Protocol(String message) {
            super(Reason.BANK_ANSWER, message, null);
        }
    }

    /** The bank answered an enrolment with certificates, none of which is for our key. */
    public static final class NotOurKey extends BankException {
        private static final long serialVersionUID = 1L;

        NotOurKey() {
            super(Reason.CERTIFICATE_REJECTED, "No certificate in the enrolment's answer is for our key", null);
        }
    }
}
