package jp.inkan.e2e.bank.state;

import java.util.Locale;

/** What a bank may ask for between the password and the certificate request; a drifted token adds its own step. */
public enum Step {
    /** CCHK003. */
    ONE_TIME_PASSWORD,
    /** CCHK005. */
    TRANSACTION,
    /** CCHK006. */
    QUESTION;

    /** As the protocol calls it. */
    public String word() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** @throws IllegalArgumentException if the protocol has no such step, or the bank doesn't choose it */
    public static Step of(String word) {
        return valueOf(word.toUpperCase(Locale.ROOT).replace('-', '_'));
    }
}
