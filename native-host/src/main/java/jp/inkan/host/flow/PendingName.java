package jp.inkan.host.flow;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.HexFormat;

/** Names a pending key by what it is for, in letters every store takes. */
final class PendingName {
    private PendingName() {}

    /** @return the institution's code and 16 hexadecimal digits: a login id may hold any character */
    static String of(String institutionCode, String loginId) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(loginId.getBytes(StandardCharsets.UTF_8));
            return institutionCode + "-" + HexFormat.of().formatHex(Arrays.copyOf(digest, 8));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java runtime has SHA-256", e);
        }
    }
}
