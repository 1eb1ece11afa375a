package jp.inkan.host.failure;

import java.util.Locale;

/**
 * Why something failed, finer than a {@link Code}: what the extension chooses its words by. The list is the one of
 * {@code messages.schema.json}, {@code $defs/reason}; a test holds the two together.
 */
public enum Reason {
    STORE_FAILED(Code.G001e, true),
    JOURNAL_FAILED(Code.G001e, true),
    UPDATE_DOWNLOAD_FAILED(Code.G002e, true),
    UPDATE_INFORMATION_FAILED(Code.G003e, true),
    INSTITUTION_UNKNOWN(Code.G004e, false),
    ORIGIN_MISMATCH(Code.G004e, false),
    ORIGIN_REFUSED(Code.G004e, false),
    ALREADY_ISSUED(Code.G004e, false),
    INSTITUTION_UNSUPPORTED(Code.G004e, false),
    CERTIFICATE_UNKNOWN(Code.G004e, false),
    CERTIFICATE_REVOKED(Code.G004e, false),
    NOT_RENEWABLE(Code.G004e, false),
    NOT_REPLACED(Code.G004e, false),
    LOGIN_LOCKED(Code.G005e, false),
    SESSION_EXPIRED(Code.G005e, true),
    TLS_UNTRUSTED(Code.G005e, true),
    CLOCK_WRONG(Code.G005e, true),
    BANK_REFUSED(Code.G005e, false),
    BANK_ANSWER(Code.G005e, true),
    CERTIFICATE_REJECTED(Code.G005e, false),
    INTERNAL(Code.G005e, true),
    HELLO_FIRST(Code.G005e, false),
    MESSAGE_MALFORMED(Code.G005e, false),
    MESSAGE_TOO_LARGE(Code.G005e, false),
    TYPE_UNKNOWN(Code.G005e, false),
    FLOW_UNKNOWN(Code.G005e, false),
    PROMPT_UNKNOWN(Code.G005e, false),
    CREDENTIALS(Code.G006e, true),
    ANSWER_WRONG(Code.G006e, true),
    INPUT_INVALID(Code.G006e, true),
    UPDATE_DOWNLOADED(Code.G007i, false),
    FLOW_BUSY(Code.G008e, true),
    BANK_UNREACHABLE(Code.G008e, true),
    BANK_BUSY(Code.G008e, true),
    PROXY_UNREACHABLE(Code.G008e, true),
    PROXY_UNSUPPORTED(Code.G008e, false),
    PROXY_CREDENTIALS(Code.G009e, true),
    QUESTION_NOT_REGISTERED(Code.G010e, false),
    USER_CODE_UNCONFIRMED(Code.G011e, false),
    TRANSACTION_TOKEN_NOT_REGISTERED(Code.G012e, false),
    OTP_HARDWARE_NOT_REGISTERED(Code.G013e, false),
    OTP_TOKEN_NOT_ISSUED(Code.G014e, false),
    TRANSACTION_TOKEN_NOT_CHOSEN(Code.G015e, false),
    CONTRACT_UNCONFIRMED(Code.G020e, false),
    UPDATE_INSTALL_FAILED(Code.G021e, true);

    private final Code code;
    private final boolean retry;

    Reason(Code code, boolean retry) {
        this.code = code;
        this.retry = retry;
    }

    public Code code() {
        return code;
    }

    /** Whether the same thing may work if the user tries again. */
    public boolean retry() {
        return retry;
    }

    /** As in the message contract, {@code bank-unreachable}. */
    public String wireName() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
