package jp.inkan.host.flow;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import jp.inkan.host.failure.Reason;
import jp.inkan.host.institution.Institution.Length;

/**
 * A screen to be filled in.
 *
 * @param screen the screen's id, CCHK002 to CCHK006, or CCHK008
 * @param show what stands beside the fields, or null
 * @param problem why the same screen comes again, or null the first time
 */
public record Prompt(String screen, List<Field> fields, Show show, Problem problem) {
    public enum Kind { ID, SECRET, DIGITS, TEXT }

    /** What a prompt shows beside its fields. */
    public sealed interface Show {
        /** @param seconds until the second password */
        record Wait(int seconds) implements Show {}

        /** @param rows of a QR code without its quiet zone, 1 for dark */
        record Qr(List<String> rows) implements Show {
            public Qr {
                rows = List.copyOf(rows);
            }
        }

        /** @param text in the bank's words */
        record Question(String text) implements Show {}

        /** Which proxy wants to know, as host:port. */
        record Proxy(String hostAndPort) implements Show {}
    }

    /** @param length characters */
    public record Field(String name, Kind kind, Length length) {
        /** @return the value as the bank is to have it, or nothing if it can't be right */
        Optional<char[]> accept(char[] value) {
            char[] cleaned = kind == Kind.DIGITS ? Digits.of(value) : value;
            int characters = Character.codePointCount(cleaned, 0, cleaned.length);
            boolean fits = characters >= length.min() && characters <= length.max();
            for (char c : cleaned) {
                fits &= kind == Kind.DIGITS ? c >= '0' && c <= '9' : !Character.isISOControl(c);
            }
            if (!fits) {
                // It may be a copy that nobody else knows of.
                Arrays.fill(cleaned, '\0');
                return Optional.empty();
            }
            return Optional.of(cleaned);
        }
    }

    public record Problem(Reason reason, OptionalInt triesLeft) {}

    public Prompt {
        fields = List.copyOf(fields);
    }

    Prompt again(Reason reason, OptionalInt triesLeft) {
        return new Prompt(screen, fields, show, new Problem(reason, triesLeft));
    }
}
