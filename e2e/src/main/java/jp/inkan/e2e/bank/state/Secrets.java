package jp.inkan.e2e.bank.state;

import java.security.SecureRandom;
import java.util.Base64;
import org.bouncycastle.util.encoders.Base32;

/** Random values, each in the form in which it is used. */
public final class Secrets {
    /** Nothing that looks like something else: no 0 and o, no 1, i and l. */
    private static final String READABLE = "abcdefghjkmnpqrstuvwxyz23456789";

    private static final SecureRandom RANDOM = new SecureRandom();

    private Secrets() {
    }

    /** 12 characters that can be read aloud, 59 bits. */
    public static String password() {
        return RANDOM.ints(12, 0, READABLE.length())
                .collect(StringBuilder::new, (text, i) -> text.append(READABLE.charAt(i)), StringBuilder::append)
                .toString();
    }

    /** 160 bits in base32: 32 characters, so no padding. */
    public static String tokenSecret() {
        return Base32.toBase32String(bytes(20));
    }

    /** 256 bits in base64url: 43 characters, no padding. */
    public static String bearerToken() {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes(32));
    }

    /** So many random bytes. */
    public static byte[] bytes(int length) {
        byte[] bytes = new byte[length];
        RANDOM.nextBytes(bytes);
        return bytes;
    }
}
