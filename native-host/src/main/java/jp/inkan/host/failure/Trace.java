package jp.inkan.host.failure;

import java.util.Arrays;
import java.util.stream.Collectors;

/**
 * An exception as the log may have it. Messages of libraries can quote what a server sent, and a server may send back the
 * password it was sent: only our own exceptions, whose messages quote nothing, are written out.
 */
public final class Trace {
    private static final String OURS = "jp.inkan.";
    private static final int FRAMES = 6;

    private Trace() {}

    /** The exception and its causes; where the innermost comes from code that isn't expected to fail, its first frames too. */
    public static String of(Throwable thrown) {
        var text = new StringBuilder();
        Throwable last = thrown;
        for (Throwable each = thrown; each != null; each = each.getCause()) {
            text.append(text.isEmpty() ? "" : " < ").append(describe(each));
            last = each;
        }
        if (last instanceof RuntimeException || last instanceof Error) {
            text.append(Arrays.stream(last.getStackTrace())
                    .limit(FRAMES)
                    .map(StackTraceElement::toString)
                    .collect(Collectors.joining(" at ", " at ", "")));
        }
        return text.toString();
    }

    private static String describe(Throwable each) {
        String name = each.getClass().getName();
        return name.startsWith(OURS) ? each.getClass().getSimpleName() + " (" + each.getMessage() + ")" : name;
    }
}
