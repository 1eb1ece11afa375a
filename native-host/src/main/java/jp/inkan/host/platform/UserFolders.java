package jp.inkan.host.platform;

import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;

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
        return absolute("XDG_DATA_HOME").orElseGet(() -> home.resolve(".local/share"));
    }

    /** {@code XDG_CONFIG_HOME} if that is an absolute path, else {@code ~/.config}. */
    public Path configuration() {
        return absolute("XDG_CONFIG_HOME").orElseGet(() -> home.resolve(".config"));
    }

    /**
     * This product's own: {@code LOCALAPPDATA\Inkan} on Windows (where that is no absolute path, below the profile's folder, which
     * the JDK asks of the system), else {@code inkan} among the data.
     */
    public Path ours() {
        Path otherwise = OperatingSystem.isWindows()
                ? Path.of(System.getProperty("user.home"), "AppData", "Local", "Inkan")
                : data().resolve("inkan");
        return absolute("LOCALAPPDATA").map(local -> local.resolve("Inkan")).orElse(otherwise);
    }

    private Optional<Path> absolute(String variable) {
        return Optional.ofNullable(environment.get(variable)).map(Path::of).filter(Path::isAbsolute);
    }
}
