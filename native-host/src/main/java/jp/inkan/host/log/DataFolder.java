package jp.inkan.host.log;

import java.nio.file.Path;
import java.util.Map;

/** The user's own data folder of this product; it may not exist yet. */
public final class DataFolder {
    private DataFolder() {}

    /** {@code LOCALAPPDATA\Inkan} on Windows, else {@code inkan} below {@code XDG_DATA_HOME}, which is {@code ~/.local/share} unless set. */
    public static Path of(Map<String, String> environment) {
        String local = environment.get("LOCALAPPDATA");
        if (local != null && !local.isBlank()) {
            return Path.of(local, "Inkan");
        }
        String data = environment.get("XDG_DATA_HOME");
        if (data != null && Path.of(data).isAbsolute()) {
            return Path.of(data, "inkan");
        }
        String home = environment.getOrDefault("HOME", System.getProperty("user.home"));
        return Path.of(home, ".local", "share", "inkan");
    }
}
