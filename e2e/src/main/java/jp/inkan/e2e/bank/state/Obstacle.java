package jp.inkan.e2e.bank.state;

import java.util.Locale;

/** What a customer has yet to settle with the bank, so that the right password alone leads nowhere. */
public enum Obstacle {
    QUESTION_NOT_REGISTERED("G010e"),
    USER_CODE_UNCONFIRMED("G011e"),
    TRANSACTION_TOKEN_NOT_REGISTERED("G012e"),
    OTP_HARDWARE_NOT_REGISTERED("G013e"),
    OTP_TOKEN_NOT_ISSUED("G014e"),
    TRANSACTION_TOKEN_NOT_CHOSEN("G015e"),
    CONTRACT_UNCONFIRMED("G020e");

    private final String code;

    Obstacle(String code) {
        this.code = code;
    }

    /** Of the manuals' error tables. */
    public String code() {
        return code;
    }

    /** As the protocol calls it. */
    public String reason() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** @throws IllegalArgumentException if the protocol has no such reason */
    public static Obstacle of(String reason) {
        return valueOf(reason.toUpperCase(Locale.ROOT).replace('-', '_'));
    }
}
