package jp.inkan.host.flow;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** What the user entered; closing it clears it. */
public final class Answer implements AutoCloseable {
    private final Map<String, char[]> values;

    /** @param values kept as they are, and cleared by {@link #close} */
    public Answer(Map<String, char[]> values) {
        this.values = new HashMap<>(values);
    }

    public Set<String> names() {
        return values.keySet();
    }

    /** Puts every value into the form the bank is to have it in. @return false if one of them can't be right */
    boolean fits(Prompt prompt) {
        for (Prompt.Field field : prompt.fields()) {
            Optional<char[]> accepted = field.accept(values.get(field.name()));
            if (accepted.isEmpty()) {
                return false;
            }
            values.put(field.name(), accepted.get());
        }
        return true;
    }

    /** @return the value itself, not a copy */
    char[] value(String name) {
        return values.get(name);
    }

    /** @return the values themselves, in the order of the prompt's fields */
    List<char[]> values(Prompt prompt) {
        var ordered = new ArrayList<char[]>();
        prompt.fields().forEach(field -> ordered.add(values.get(field.name())));
        return ordered;
    }

    @Override
    public void close() {
        values.values().forEach(value -> Arrays.fill(value, '\0'));
    }

    @Override
    public String toString() {
        return "Answer" + names();
    }
}
