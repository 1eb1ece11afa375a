package jp.inkan.e2e.bank.token;

import java.time.Duration;
import java.time.Instant;
import jp.inkan.e2e.bank.state.User;
import org.bouncycastle.util.encoders.Base32;

/** The thing in a customer's hand that shows numbers, for whoever plays a customer. */
public final class Token {
    private final byte[] key;
    private final Duration drift;

    private Token(byte[] key, Duration drift) {
        this.key = key;
        this.drift = drift;
    }

    /** The one that the bank gave to a user, ahead of the bank or behind it as the user's plan says. */
    public static Token of(User user) {
        return new Token(Base32.decode(user.tokenSecret()), user.plan().drift());
    }

    /** Six digits. @param moment on the bank's clock, see {@code PracticeBank.now()} */
    public String oneTimePassword(Instant moment) {
        return Totp.number(key, Totp.counter(moment.plus(drift)));
    }

    /** How long {@link #oneTimePassword} stays what it is: more than nothing, at most {@link Totp#PERIOD}. */
    public Duration untilNext(Instant moment) {
        Instant shown = moment.plus(drift);
        return Duration.between(shown, Instant.EPOCH.plus(Totp.PERIOD.multipliedBy(Totp.counter(shown) + 1)));
    }

    /** Six digits. @param code the text of the QR code, see {@link QrCode} */
    public String transactionNumber(String code) {
        return Ocra.number(Ocra.TRANSACTION, key, code.substring(code.lastIndexOf(':') + 1));
    }
}
