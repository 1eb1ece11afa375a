package jp.inkan.e2e.windows;

import java.io.IOException;
import java.util.HexFormat;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The registry of a PC of wine's, through its {@code reg}. */
public record Registry(Wine pc) {
    private static final Pattern STRING = Pattern.compile("REG_(?:EXPAND_)?SZ {4}(.*)");

    /** The default value of a key, a string. */
    public Optional<String> value(String key) throws IOException {
        return query(key, "/ve");
    }

    /** A string. */
    public Optional<String> value(String key, String name) throws IOException {
        return query(key, "/v", name);
    }

    private Optional<String> query(String... words) throws IOException {
        String[] command = new String[words.length + 2];
        command[0] = "reg";
        command[1] = "query";
        System.arraycopy(words, 0, command, 2, words.length);
        Matcher found = STRING.matcher(new String(pc.run(command).outBytes(), Wine.Ended.WINDOWS));
        return found.find() ? Optional.of(found.group(1).strip()) : Optional.empty();
    }

    public void set(String key, String name, String value) throws IOException {
        pc.run("reg", "add", key, "/v", name, "/t", "REG_SZ", "/d", value, "/f").orThrow();
    }

    public void set(String key, String name, byte[] value) throws IOException {
        pc.run("reg", "add", key, "/v", name, "/t", "REG_BINARY", "/d", HexFormat.of().formatHex(value), "/f").orThrow();
    }

    /** With all that is below it. */
    public void delete(String key) throws IOException {
        pc.run("reg", "delete", key, "/f").orThrow();
    }

    public boolean has(String key) throws IOException {
        return pc.run("reg", "query", key).exitCode() == 0;
    }
}
