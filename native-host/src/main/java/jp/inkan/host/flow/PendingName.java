package jp.inkan.host.flow;

import java.nio.charset.StandardCharsets;
import jp.inkan.host.certificate.Sha256;

/** Names a pending key by what it is for: the institution's code and 16 hexadecimal digits, letters every store takes. */
final class PendingName {
    private static final String RENEWAL = "-renew-";

    private PendingName() {}

    /** A login id may hold any character. */
    static String ofIssue(String institutionCode, String loginId) {
        return institutionCode + "-" + digest(loginId);
    }

    /** @param serialNumber of the certificate that is renewed */
    static String ofRenewal(String institutionCode, String serialNumber) {
        return institutionCode + RENEWAL + digest(serialNumber);
    }

    static boolean isOfRenewal(String institutionCode, String name) {
        return name.startsWith(institutionCode + RENEWAL);
    }

    private static String digest(String text) {
        return Sha256.shortHex(text.getBytes(StandardCharsets.UTF_8));
    }
}
