package jp.inkan.host.store.nss;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;

/** Where Chromium, Chrome and Edge look for the NSS database on Linux. */
final class NssLocation {
    private NssLocation() {}

    /**
     * The old place, {@code ~/.pki/nssdb}, if it is there; else the new one below {@code XDG_DATA_HOME}, which may have to be
     * made. The same choice as Chromium's, whose first start makes the new one.
     */
    static Path of(Map<String, String> environment, Path home) {
        Path old = home.resolve(".pki/nssdb");
        if (Files.isDirectory(old)) {
            return old;
        }
        String data = environment.get("XDG_DATA_HOME");
        Path base = data == null || !Path.of(data).isAbsolute() ? home.resolve(".local/share") : Path.of(data);
        return base.resolve("pki/nssdb");
    }
}
