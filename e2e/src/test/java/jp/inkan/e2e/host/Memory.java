package jp.inkan.e2e.host;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** All that a process of this user has in its memory (proc(5)). */
record Memory(long pid) {
    private static final int PIECE = 1024 * 1024;

    /** Where a text is, in UTF-8 or in UTF-16: the mappings, an entry for each place. */
    List<String> find(String text) throws IOException {
        var found = new ArrayList<String>();
        for (Charset charset : List.of(StandardCharsets.UTF_8, StandardCharsets.UTF_16LE)) {
            byte[] wanted = text.getBytes(charset);
            for (String mapping : Files.readAllLines(Path.of("/proc/" + pid + "/maps"))) {
                if (mapping.split(" ")[1].startsWith("r") && !mapping.contains("[v")) {
                    search(mapping, wanted, charset, found);
                }
            }
        }
        return found;
    }

    private void search(String mapping, byte[] wanted, Charset charset, List<String> found) throws IOException {
        String[] range = mapping.split(" ")[0].split("-");
        long end = Long.parseUnsignedLong(range[1], 16);
        try (var memory = new RandomAccessFile("/proc/" + pid + "/mem", "r")) {
            byte[] piece = new byte[PIECE + wanted.length - 1];
            for (long at = Long.parseUnsignedLong(range[0], 16); at < end; at += PIECE) {
                int length = read(memory, at, piece, (int) Math.min(piece.length, end - at));
                for (int i = 0; i + wanted.length <= length && i < PIECE; i++) {
                    if (startsWith(piece, i, wanted)) {
                        found.add(charset + " at " + mapping);
                    }
                }
            }
        }
    }

    /** A mapping may have gone meanwhile, or be one that nobody may read. */
    private static int read(RandomAccessFile memory, long at, byte[] into, int length) {
        try {
            memory.seek(at);
            return Math.max(0, memory.read(into, 0, length));
        } catch (IOException e) {
            return 0;
        }
    }

    private static boolean startsWith(byte[] piece, int at, byte[] wanted) {
        for (int i = 0; i < wanted.length; i++) {
            if (piece[at + i] != wanted[i]) {
                return false;
            }
        }
        return true;
    }
}
