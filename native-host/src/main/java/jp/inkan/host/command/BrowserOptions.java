package jp.inkan.host.command;

import java.nio.file.Path;
import jp.inkan.host.platform.OperatingSystem;
import jp.inkan.host.platform.UserFolders;
import jp.inkan.host.registration.Browser;
import jp.inkan.host.registration.Registration;
import picocli.CommandLine.Option;

/** Which browser, and which of its profiles' folders. */
final class BrowserOptions {
    @Option(names = "--browser", required = true, description = "chrome, edge or chromium")
    private Browser browser;

    @Option(names = "--user-data-dir", paramLabel = "DIR", description = "the browser's own --user-data-dir, if it has one")
    private Path userDataFolder;

    /** On Windows the registry says where hosts are, whatever folder a browser has. */
    Registration registration() {
        return userDataFolder == null || OperatingSystem.isWindows()
                ? browser.registration(UserFolders.of(System.getenv()))
                : Browser.in(userDataFolder.toAbsolutePath());
    }
}
