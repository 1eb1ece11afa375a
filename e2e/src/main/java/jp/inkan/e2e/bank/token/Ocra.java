package jp.inkan.e2e.bank.token;

import java.math.BigInteger;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Numbers that answer a question (RFC 6287), for suites with a question and nothing else in the data input. */
public final class Ocra {
    /** The bank's: a question of up to 32 letters and digits. */
    public static final String TRANSACTION = "OCRA-1:HOTP-SHA1-6:QA32";

    private static final Pattern SUITE = Pattern.compile("OCRA-1:HOTP-SHA(1|256|512)-([4-9]):Q([AN])([0-9]{2})");
    /** Bytes of a question in the data input, whatever the suite allows. */
    private static final int QUESTION = 128;

    private Ocra() {
    }

    /** @throws IllegalArgumentException if the suite is of another kind, or the question isn't one of the suite's */
    public static String number(String suite, byte[] key, String question) {
        Matcher parts = SUITE.matcher(suite);
        if (!parts.matches()) {
            throw new IllegalArgumentException("Another kind of suite: " + suite);
        }
        boolean letters = parts.group(3).equals("A");
        int longest = Integer.parseInt(parts.group(4));
        if (!question.matches((letters ? "[A-Za-z0-9]" : "[0-9]") + "{4," + longest + "}")) {
            throw new IllegalArgumentException("Not a question of " + suite);
        }
        return Hotp.number("HmacSHA" + parts.group(1), key,
                dataInput(suite, letters ? question.getBytes(StandardCharsets.US_ASCII) : numeric(question)),
                Integer.parseInt(parts.group(2)));
    }

    /** The suite, a zero, and the question with zeros after it up to its length. */
    private static byte[] dataInput(String suite, byte[] question) {
        byte[] name = suite.getBytes(StandardCharsets.US_ASCII);
        return ByteBuffer.allocate(name.length + 1 + QUESTION).put(name).put((byte) 0).put(question).array();
    }

    /** The number in hexadecimal digits, two of which make a byte from the left: an odd one at the end gets a zero. */
    private static byte[] numeric(String question) {
        String hex = new BigInteger(question).toString(16).toUpperCase(Locale.ROOT);
        return HexFormat.of().parseHex(hex.length() % 2 == 0 ? hex : hex + "0");
    }
}
