package jp.inkan.e2e.bank.state;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Comparator;
import java.util.Optional;

/** The folder of one running bank; a second bank can't open it meanwhile. */
public final class StateFolder implements AutoCloseable {
    private final Path path;
    private final boolean temporary;
    private final FileChannel lock;

    private StateFolder(Path path, boolean temporary, FileChannel lock) {
        this.path = path;
        this.temporary = temporary;
        this.lock = lock;
    }

    /** Opens, and makes if need be, the folder given, or one that is gone when it is closed. */
    public static StateFolder open(Optional<Path> given) throws IOException {
        Path path = given.isPresent()
                ? Files.createDirectories(given.get().toAbsolutePath().normalize(), ownerOnly())
                : Files.createTempDirectory("practice-bank-");
        FileChannel channel = FileChannel.open(path.resolve("in-use.lock"),
                StandardOpenOption.CREATE, StandardOpenOption.WRITE);
        if (!locks(channel)) {
            channel.close();
            throw new IOException("Another practice bank is using " + path);
        }
        return new StateFolder(path, given.isEmpty(), channel);
    }

    /** Absolute path of a file in this folder. */
    public Path file(String name) {
        return path.resolve(name);
    }

    /** A second time does nothing. */
    @Override
    public void close() throws IOException {
        boolean first = lock.isOpen();
        lock.close();
        if (temporary && first) {
            try (var files = Files.walk(path)) {
                files.sorted(Comparator.reverseOrder()).forEach(StateFolder::delete);
            }
        }
    }

    private static boolean locks(FileChannel channel) throws IOException {
        try {
            return channel.tryLock() != null;
        } catch (OverlappingFileLockException sameProcess) {
            return false;
        }
    }

    /** Passwords and keys are in there. */
    private static FileAttribute<?>[] ownerOnly() {
        return FileSystems.getDefault().supportedFileAttributeViews().contains("posix")
                ? new FileAttribute<?>[] {
                    PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------"))}
                : new FileAttribute<?>[0];
    }

    private static void delete(Path file) {
        try {
            Files.deleteIfExists(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
