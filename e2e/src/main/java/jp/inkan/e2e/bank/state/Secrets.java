package jp.inkan.e2e.bank.state;

import java.security.SecureRandom;
import java.util.Base64;
import java.util.List;
import org.bouncycastle.util.encoders.Base32;

/** Random values, each in the form in which it is used. */
public final class Secrets {
    /** Nothing that looks like something else: no 0 and o, no 1, i and l. */
    private static final String READABLE = "abcdefghjkmnpqrstuvwxyz23456789";

    /** RFC 6287's alphanumeric, less the small letters: a QR code of these alone has fewer and larger squares. */
    private static final String QUESTION = "ABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789";

    private static final List<SecretQuestion> QUESTIONS = List.of(
            new SecretQuestion("はじめて飼った生き物の名前は何ですか。", "ぽち"),
            new SecretQuestion("子どものころに住んでいた町の名前は何ですか。", "みどり町"),
            new SecretQuestion("いちばん好きな山はどこですか。", "高尾山"),
            new SecretQuestion("はじめて勤めた会社の最寄り駅はどこですか。", "東中野"));

    private static final SecureRandom RANDOM = new SecureRandom();

    private Secrets() {
    }

    /** 12 characters that can be read aloud, 59 bits. */
    public static String password() {
        return text(12, READABLE);
    }

    /** 32 characters A to Z and 0 to 9, 165 bits: what a token is asked about a transaction. */
    public static String transactionQuestion() {
        return text(32, QUESTION);
    }

    /** One of a few, for practice. */
    static SecretQuestion question() {
        return QUESTIONS.get(RANDOM.nextInt(QUESTIONS.size()));
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

    private static String text(int length, String characters) {
        return RANDOM.ints(length, 0, characters.length())
                .collect(StringBuilder::new, (text, i) -> text.append(characters.charAt(i)), StringBuilder::append)
                .toString();
    }
}
