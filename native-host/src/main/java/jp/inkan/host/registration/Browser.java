package jp.inkan.host.registration;

import java.nio.file.Path;
import jp.inkan.host.platform.UserFolders;

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
    public Path manifests(UserFolders user) {
        return manifests(user.configuration().resolve(configuration));
    }

    /** The folder for host manifests of a browser that runs with {@code --user-data-dir}. */
    public static Path manifests(Path userDataFolder) {
        return userDataFolder.resolve(FOLDER);
    }
}
