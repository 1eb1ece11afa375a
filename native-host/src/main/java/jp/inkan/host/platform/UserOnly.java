package jp.inkan.host.platform;

import java.nio.file.FileSystems;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;

/** What a file or folder is made with that no other user may open. On Windows the profile's folder sees to that. */
public final class UserOnly {
    public static final boolean POSIX = FileSystems.getDefault().supportedFileAttributeViews().contains("posix");

    private UserOnly() {}

    public static FileAttribute<?>[] file() {
        return only("rw-------");
    }

    public static FileAttribute<?>[] folder() {
        return only("rwx------");
    }

    private static FileAttribute<?>[] only(String permissions) {
        return POSIX
                ? new FileAttribute<?>[] {PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString(permissions))}
                : new FileAttribute<?>[0];
    }
}
