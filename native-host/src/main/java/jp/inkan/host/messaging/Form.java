package jp.inkan.host.messaging;

import java.nio.CharBuffer;
import java.util.Map;
import java.util.regex.Pattern;

/** The forms of {@code messages.schema.json}. What doesn't fit is an {@link IllegalArgumentException} that quotes nothing. */
enum Form {
    ID("[A-Za-z0-9_-]{1,64}"),
    VERSION("(0|[1-9][0-9]{0,4})(\\.(0|[1-9][0-9]{0,4})){2}"),
    BROWSER("chrome|edge|chromium"),
    LANGUAGE("ja|en"),
    INSTITUTION("[0-9]{4}"),
    ORIGIN("https://[a-z0-9.-]{1,253}|chrome-extension://[a-p]{32}"),
    FIELD_NAME("[a-z][A-Za-z]{0,31}");

    private static final int MOST_FIELDS = 8;
    private static final int LONGEST_FIELD = 256;
    private static final int HIGHEST_PROTOCOL = 1_000_000;

    private final Pattern pattern;

    Form(String regex) {
        pattern = Pattern.compile(regex);
    }

    boolean fits(String value) {
        return value != null && pattern.matcher(value).matches();
    }

    void check(String value) {
        if (!fits(value)) {
            throw new IllegalArgumentException("not a " + name());
        }
    }

    static void protocol(int number) {
        if (number < 1 || number > HIGHEST_PROTOCOL) {
            throw new IllegalArgumentException("not a protocol number");
        }
    }

    static void fields(Map<String, char[]> fields) {
        if (fields.isEmpty() || fields.size() > MOST_FIELDS) {
            throw new IllegalArgumentException("too few or too many fields");
        }
        fields.forEach((name, value) -> {
            FIELD_NAME.check(name);
            // Characters, as JSON Schema counts them.
            if (value == null || Character.codePointCount(value, 0, value.length) > LONGEST_FIELD || hasHalfCharacter(value)) {
                throw new IllegalArgumentException("a field without a value, or one too long, or half a character in it");
            }
        });
    }

    /** A surrogate without its other half, as "\\ud83d" can write it: there is no UTF-8 for it. */
    private static boolean hasHalfCharacter(char[] value) {
        return CharBuffer.wrap(value).codePoints().anyMatch(c -> Character.getType(c) == Character.SURROGATE);
    }
}
