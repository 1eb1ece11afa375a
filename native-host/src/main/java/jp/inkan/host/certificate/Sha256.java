package jp.inkan.host.certificate;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** SHA-256 (FIPS 180-4), as names and addresses have it. */
public final class Sha256 {
    /** Hexadecimal digits of the short form; 64 bits are enough to tell one user's certificates apart. */
    private static final int SHORT = 16;

    private Sha256() {}

    /** @return 64 hexadecimal digits, small letters */
    public static String hex(byte[] content) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(content));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java runtime has SHA-256", e);
        }
    }

    /** @return the first 16 of them */
    public static String shortHex(byte[] content) {
        return hex(content).substring(0, SHORT);
    }
}
