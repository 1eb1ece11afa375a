package jp.inkan.host.journal;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.EnumSet;
import jp.inkan.host.platform.UserOnly;

/** Files that are there whole or not at all, and still are after the power went out. For this user's eyes alone. */
final class DurableFile {
    private DurableFile() {}

    /** Makes the folder, too. What is there already is replaced in one step. */
    static void write(Path file, byte[] bytes) throws IOException {
        Path folder = file.getParent();
        makeFolder(folder);
        Path draft = file.resolveSibling(file.getFileName() + ".draft");
        Files.deleteIfExists(draft);
        try (FileChannel channel = FileChannel.open(
                draft, EnumSet.of(StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE), UserOnly.file())) {
            for (ByteBuffer rest = ByteBuffer.wrap(bytes); rest.hasRemaining(); ) {
                channel.write(rest);
            }
            channel.force(true);
        }
        Files.move(draft, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        forceFolder(folder);
    }

    private static void makeFolder(Path folder) throws IOException {
        if (!Files.isDirectory(folder)) {
            makeFolder(folder.getParent());
            Files.createDirectories(folder, UserOnly.folder());
            forceFolder(folder.getParent());
        }
    }

    static void delete(Path file) throws IOException {
        if (Files.deleteIfExists(file)) {
            forceFolder(file.getParent());
        }
    }

    /** A name is on the disk once its folder is. Windows has no such call, and NTFS keeps names in its own journal. */
    private static void forceFolder(Path folder) throws IOException {
        if (UserOnly.POSIX) {
            try (FileChannel channel = FileChannel.open(folder, StandardOpenOption.READ)) {
                channel.force(true);
            }
        }
    }
}
