package jp.inkan.host.registration;

import java.nio.file.Path;
import java.util.Map;

/** The browsers that can start the host, and where each keeps a user's host manifests on Linux. */
public enum Browser {
    CHROME("google-chrome"),
    EDGE("microsoft-edge"),
    CHROMIUM("chromium");

    private static final String FOLDER = "NativeMessagingHosts";

    private final String configuration;

    Browser(String configuration) {
        this.configuration = configuration;
    }

    /** The folder for host manifests of a browser that runs without {@code --user-data-dir}. */
    public Path manifests(Map<String, String> environment) {
        String config = environment.get("XDG_CONFIG_HOME");
        Path base = config != null && Path.of(config).isAbsolute()
                ? Path.of(config)
                : Path.of(environment.getOrDefault("HOME", System.getProperty("user.home")), ".config");
        return manifests(base.resolve(configuration));
    }

    /** The folder for host manifests of a browser that runs with {@code --user-data-dir}. */
    public static Path manifests(Path userDataFolder) {
        return userDataFolder.resolve(FOLDER);
    }
}
