package jp.inkan.e2e.bank.token;

import java.nio.ByteBuffer;
import java.security.GeneralSecurityException;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** The part that one-time passwords and transaction numbers have in common (RFC 4226 section 5.3). */
final class Hotp {
    private Hotp() {
    }

    /**
     * A number from the HMAC of some data.
     *
     * @param algorithm as Java calls it, such as HmacSHA1
     * @param digits    up to 9; shorter numbers get leading zeros
     */
    static String number(String algorithm, byte[] key, byte[] data, int digits) {
        byte[] hmac = hmac(algorithm, key, data);
        int offset = hmac[hmac.length - 1] & 0xf;
        int number = ByteBuffer.wrap(hmac).getInt(offset) & Integer.MAX_VALUE;
        return ("%0" + digits + "d").formatted(number % (int) Math.pow(10, digits));
    }

    private static byte[] hmac(String algorithm, byte[] key, byte[] data) {
        try {
            Mac mac = Mac.getInstance(algorithm);
            mac.init(new SecretKeySpec(key, algorithm));
            return mac.doFinal(data);
        } catch (GeneralSecurityException e) {
            throw new IllegalArgumentException("No " + algorithm + " with this key", e);
        }
    }
}
