package jp.inkan.host.registration;

import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;

/** The extensions that this host was built to obey. */
public record ExtensionIds(List<String> ids) {
    private static final String FILE = "/jp/inkan/manifests/native-messaging/extension-ids.json";
    private static final String SCHEME = "chrome-extension://";

    private record Entry(String id, String from) {}

    public ExtensionIds {
        ids = List.copyOf(ids);
    }

    public static ExtensionIds builtIn() {
        try (InputStream in = ExtensionIds.class.getResourceAsStream(FILE)) {
            return new ExtensionIds(
                    List.of(new JsonMapper().readValue(in, Entry[].class)).stream().map(Entry::id).toList());
        } catch (IOException e) {
            throw new UncheckedIOException("The host was built without extension ids", e);
        }
    }

    /** As in {@code allowed_origins}; the scheme is the same in Chrome, Edge and Chromium. */
    public List<String> origins() {
        return ids.stream().map(id -> SCHEME + id + "/").toList();
    }

    /** Whether an argument is of the form by which a browser names the extension that starts a host. */
    public static boolean isOrigin(String argument) {
        return argument.startsWith(SCHEME);
    }
}
