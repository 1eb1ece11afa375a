package jp.inkan.e2e.browser;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.HashSet;
import java.util.Set;

/**
 * Notes which codes and reasons were seen while tests run, so that one at the end can tell whether any is missing. Where the
 * system property {@value #FOLDER} isn't set, as in the demo, nothing is noted.
 */
public final class Seen {
    private static final String FOLDER = "inkan.seen";

    private Seen() {}

    /** @param where "panel" or "port" @param what a code or a reason; empty for none */
    public static synchronized void note(String where, String what) {
        String folder = System.getProperty(FOLDER);
        if (folder == null || what == null || what.isEmpty()) {
            return;
        }
        try {
            Files.createDirectories(Path.of(folder));
            Files.writeString(Path.of(folder, where), what + "\n", StandardOpenOption.CREATE, StandardOpenOption.APPEND);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** All that was noted there. */
    public static Set<String> at(String where) throws IOException {
        Path file = Path.of(System.getProperty(FOLDER), where);
        return Files.exists(file) ? new HashSet<>(Files.readAllLines(file)) : Set.of();
    }
}
