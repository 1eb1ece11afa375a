package jp.inkan.host.registration;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;

/** The file by which a browser finds the host and knows who may start it; made from {@code manifests/native-messaging}. */
public final class HostManifest {
    private static final String TEMPLATE = "/jp/inkan/manifests/native-messaging/jp.inkan.host.json";
    private static final String NAME = "jp.inkan.host.json";

    private HostManifest() {}

    /** @param launcher absolute path of the program that the browser starts */
    public static String render(Path launcher, ExtensionIds ids) {
        try (InputStream in = HostManifest.class.getResourceAsStream(TEMPLATE)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8)
                    .replace("\"${path}\"", json(launcher.toString()))
                    .replace("${allowedOrigins}", json(ids.origins()));
        } catch (IOException e) {
            throw new UncheckedIOException("The host was built without its manifest", e);
        }
    }

    static Path in(Path folder) {
        return folder.resolve(NAME);
    }

    /** Writes the manifest into a folder, all of it or nothing. @return the file */
    static Path write(Path folder, Path launcher, ExtensionIds ids) throws IOException {
        Files.createDirectories(folder);
        Path file = in(folder);
        Path fresh = Files.createTempFile(folder, NAME, ".new");
        Files.writeString(fresh, render(launcher, ids));
        return Files.move(fresh, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    }

    /** @return whether there was one */
    static boolean remove(Path folder) throws IOException {
        return Files.deleteIfExists(in(folder));
    }

    private static String json(Object value) throws JsonProcessingException {
        return new JsonMapper().writeValueAsString(value);
    }
}
