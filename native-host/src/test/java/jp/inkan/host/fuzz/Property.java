package jp.inkan.host.fuzz;

import java.util.regex.Pattern;

/** What every fuzz target holds its subject to. */
public final class Property {
    private Property() {}

    public static void holds(boolean kept, String property) {
        if (!kept) {
            throw new AssertionError("Not kept: " + property);
        }
    }

    /** A refusal says one of the things its class can say, all of them its own words, and hands on nobody else's. */
    public static void quotesNothing(Throwable refusal, Pattern words) {
        holds(words.matcher(refusal.getMessage()).matches(), "a refusal quotes nothing of what it refuses");
        holds(refusal.getCause() == null && refusal.getSuppressed().length == 0, "a refusal brings no other exception along");
    }
}
