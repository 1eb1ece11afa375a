package jp.inkan.host.store.nss;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Optional;
import jp.inkan.host.store.StoreException;
import jp.inkan.host.store.UserKeyStore.Turn;

/** A lock between processes, on a file beside the database. The system gives it back if its holder dies. */
final class ProcessLock {
    private final Path file;

    ProcessLock(Path file) {
        this.file = file;
    }

    /** @return nothing while this or another process holds it */
    Optional<Turn> take() throws StoreException {
        try {
            FileChannel channel = FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
            Optional<FileLock> lock = lock(channel);
            if (lock.isEmpty()) {
                channel.close();
            }
            return lock.map(_ -> () -> release(channel));
        } catch (IOException e) {
            throw new StoreException("The lock beside the NSS database can't be had", e);
        }
    }

    private static Optional<FileLock> lock(FileChannel channel) throws IOException {
        try {
            return Optional.ofNullable(channel.tryLock());
        } catch (OverlappingFileLockException e) {
            return Optional.empty();
        }
    }

    private static void release(FileChannel channel) {
        try {
            channel.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
