package jp.inkan.host.flow;

import java.util.List;
import java.util.OptionalInt;
import jp.inkan.host.failure.Reason;
import jp.inkan.host.institution.Institution.Length;

/**
 * A screen to be filled in.
 *
 * @param screen the screen's id, CCHK002
 * @param problem why the same screen comes again, or null the first time
 */
public record Prompt(String screen, List<Field> fields, Problem problem) {
    public enum Kind { ID, SECRET }

    /** @param length characters */
    public record Field(String name, Kind kind, Length length) {
        boolean accepts(char[] value) {
            int characters = Character.codePointCount(value, 0, value.length);
            if (characters < length.min() || characters > length.max()) {
                return false;
            }
            for (char c : value) {
                if (Character.isISOControl(c)) {
                    return false;
                }
            }
            return true;
        }
    }

    public record Problem(Reason reason, OptionalInt triesLeft) {}

    public Prompt {
        fields = List.copyOf(fields);
    }

    Prompt again(Reason reason, OptionalInt triesLeft) {
        return new Prompt(screen, fields, new Problem(reason, triesLeft));
    }

    boolean accepts(Answer answer) {
        return fields.stream().allMatch(field -> field.accepts(answer.value(field.name())));
    }
}
