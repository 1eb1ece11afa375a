package jp.inkan.host.flow;

import java.util.Arrays;
import java.util.Map;
import java.util.Set;

/** What the user entered; closing it clears it. */
public final class Answer implements AutoCloseable {
    private final Map<String, char[]> values;

    /** @param values kept as they are, and cleared by {@link #close} */
    public Answer(Map<String, char[]> values) {
        this.values = Map.copyOf(values);
    }

    public Set<String> names() {
        return values.keySet();
    }

    /** @return the value itself, not a copy */
    char[] value(String name) {
        return values.get(name);
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
