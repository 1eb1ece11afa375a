package jp.inkan.e2e.crash;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * One step of a host towards the outside, as {@code steps.c} saw it.
 *
 * @param number from 1, in the order in which they were begun
 * @param call write, sync, rename, unlink, truncate, mkdir or create
 * @param name of the file, or "connection"
 */
record Step(int number, Kind kind, String call, String name) {
    enum Kind { JOURNAL, STORE, BANK }

    /** All that a host has taken so far. */
    static List<Step> of(Path trace) {
        try {
            return Files.readAllLines(trace).stream().map(Step::parse).toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Step parse(String line) {
        String[] parts = line.split(" ", 4);
        return new Step(Integer.parseInt(parts[0]), Kind.valueOf(parts[1].toUpperCase()), parts[2], parts[3]);
    }

    /** The same in every run, but for the number. */
    String what() {
        return kind.name().toLowerCase() + " " + call + " " + name;
    }
}
