package jp.inkan.host.store.nss;

import java.nio.file.Files;
import java.nio.file.Path;
import jp.inkan.host.platform.UserFolders;

/** Where Chromium, Chrome and Edge look for the NSS database on Linux. */
final class NssLocation {
    private NssLocation() {}

    /**
     * The old place, {@code ~/.pki/nssdb}, if it is there; else the new one below {@code XDG_DATA_HOME}, which may have to be
     * made. The same choice as Chromium's, whose first start makes the new one.
     */
    static Path of(UserFolders user) {
        Path old = user.home().resolve(".pki/nssdb");
        return Files.isDirectory(old) ? old : user.data().resolve("pki/nssdb");
    }
}
