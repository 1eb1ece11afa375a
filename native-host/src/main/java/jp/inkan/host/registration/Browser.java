package jp.inkan.host.registration;

import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;
import jp.inkan.host.platform.OperatingSystem;
import jp.inkan.host.platform.UserFolders;

/** The browsers that can start the host, and where each looks for a user's host manifests. */
public enum Browser {
    CHROME("google-chrome", "Google\\Chrome"),
    EDGE("microsoft-edge", "Microsoft\\Edge"),
    CHROMIUM("chromium", "Chromium");

    private static final String FOLDER = "NativeMessagingHosts";
    private static final String HOST = "jp.inkan.host";

    private final String configuration;
    private final String software;

    /** @param configuration the browser's folder on Linux
     * @param software the browser's key on Windows */
    Browser(String configuration, String software) {
        this.configuration = configuration;
        this.software = software;
    }

    /** For a browser that runs without {@code --user-data-dir}, or on Windows, where that makes no difference. */
    public Registration registration(UserFolders user) {
        return OperatingSystem.isWindows() ? onWindows(user) : in(user.configuration().resolve(configuration));
    }

    /** For a browser on Linux that runs with {@code --user-data-dir}. */
    public static Registration in(Path userDataFolder) {
        return new Registration(userDataFolder.resolve(FOLDER), Optional.empty());
    }

    /** A folder for each browser, so that one that forgets the host takes it from no other. */
    Registration onWindows(UserFolders user) {
        Path folder = user.ours().resolve(FOLDER).resolve(name().toLowerCase(Locale.ROOT));
        return new Registration(folder, Optional.of("Software\\" + software + "\\" + FOLDER + "\\" + HOST));
    }
}
