package jp.inkan.e2e.bank.token;

import java.nio.ByteBuffer;
import java.time.Duration;
import java.time.Instant;

/** One-time passwords that change with time (RFC 6238), with SHA-1 as the protocol has it. */
public final class Totp {
    /** How long a number of the bank's tokens stays. */
    public static final Duration PERIOD = Duration.ofSeconds(60);
    private static final int DIGITS = 6;

    private Totp() {
    }

    /** RFC 6238's T: how many periods have gone by since 1970. */
    public static long counter(Instant moment) {
        return Math.floorDiv(moment.getEpochSecond(), PERIOD.toSeconds());
    }

    /** The six digits of a counter. */
    public static String number(byte[] key, long counter) {
        return number(key, counter, DIGITS);
    }

    /** @param digits 8 in the RFC's test vectors */
    public static String number(byte[] key, long counter, int digits) {
        return Hotp.number("HmacSHA1", key, ByteBuffer.allocate(Long.BYTES).putLong(counter).array(), digits);
    }
}
