package jp.inkan.host.platform;

import java.nio.file.Path;
import java.util.Map;

/**
 * Where the signed-in user's things are (XDG Base Directory Specification; LOCALAPPDATA on Windows). None of them need exist.
 *
 * @param environment the process's variables
 */
public record UserFolders(Path home, Map<String, String> environment) {
    /** {@code HOME}, not user.home: the browsers ask the environment, and a test browser's home isn't the account's. */
    public static UserFolders of(Map<String, String> environment) {
        String home = environment.get("HOME");
        return new UserFolders(
                Path.of(home == null || home.isEmpty() ? System.getProperty("user.home") : home), environment);
    }

    /** {@code XDG_DATA_HOME} if that is an absolute path, else {@code ~/.local/share}. */
    public Path data() {
        return absolute("XDG_DATA_HOME", ".local/share");
    }

    /** {@code XDG_CONFIG_HOME} if that is an absolute path, else {@code ~/.config}. */
    public Path configuration() {
        return absolute("XDG_CONFIG_HOME", ".config");
    }

    /**
     * This product's own: {@code LOCALAPPDATA\Inkan} on Windows (where that is no absolute path, below the profile's folder, which
     * the JDK asks of the system), else {@code inkan} among the data.
     */
    public Path ours() {
        String local = environment.get("LOCALAPPDATA");
        if (local != null && Path.of(local).isAbsolute()) {
            return Path.of(local, "Inkan");
        }
        return OperatingSystem.isWindows()
                ? Path.of(System.getProperty("user.home"), "AppData", "Local", "Inkan")
                : data().resolve("inkan");
    }

    private Path absolute(String variable, String otherwise) {
        String value = environment.get(variable);
        return value != null && Path.of(value).isAbsolute() ? Path.of(value) : home.resolve(otherwise);
    }
}
