package jp.inkan.e2e.crash;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import jp.inkan.e2e.browser.Product;

/** Which mishap was tried before which step, and how it ended: {@code target/crash-matrix.md}. */
final class Matrix {
    private final Map<String, Map<Mishap, String>> rows = new LinkedHashMap<>();

    /** A trial that is to come. */
    void plan(Job job, Step step, Mishap mishap) {
        note(job, step, mishap, "not run");
    }

    void passed(Job job, Step step, Mishap mishap) {
        note(job, step, mishap, "✓");
    }

    void failed(Job job, Step step, Mishap mishap) {
        note(job, step, mishap, "**✗**");
    }

    private void note(Job job, Step step, Mishap mishap, String how) {
        rows.computeIfAbsent(job + " | " + step.number() + " " + step.what(), _ -> new EnumMap<>(Mishap.class)).put(mishap, how);
        write();
    }

    /** After each trial: all of them take long, and somebody may want to look before they are over. */
    private void write() {
        String head = "| job | before step | " + joined(Stream.of(Mishap.values()).map(Mishap::toString)) + " |\n";
        String rule = "|---|---|" + "---|".repeat(Mishap.values().length) + "\n";
        String body = rows.entrySet().stream()
                .map(row -> "| " + row.getKey() + " | " + joined(Stream.of(Mishap.values())
                        .map(mishap -> row.getValue().getOrDefault(mishap, ""))) + " |\n")
                .collect(Collectors.joining());
        try {
            Path folder = Files.createDirectories(Product.root().resolve("target"));
            Files.writeString(folder.resolve("crash-matrix.md"), head + rule + body);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String joined(Stream<String> cells) {
        return String.join(" | ", cells.toList());
    }
}
