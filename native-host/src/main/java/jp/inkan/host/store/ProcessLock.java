package jp.inkan.host.store;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.EnumSet;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import jp.inkan.host.platform.UserOnly;
import jp.inkan.host.store.UserKeyStore.Turn;

/**
 * A lock between processes, on a file beside the store. The system gives it back if its holder dies, and also (fcntl(2)) as
 * soon as this process closes the file anywhere: so it is opened by the holder alone.
 */
public final class ProcessLock {
    private final Path file;
    /** By this process. */
    private final AtomicBoolean held = new AtomicBoolean();

    public ProcessLock(Path file) {
        this.file = file;
    }

    /** @return nothing while this or another process holds it */
    public Optional<Turn> take() throws StoreException {
        if (!held.compareAndSet(false, true)) {
            return Optional.empty();
        }
        Optional<FileChannel> locked = Optional.empty();
        try {
            locked = lock();
            return locked.map(channel -> () -> release(channel));
        } catch (IOException e) {
            throw new StoreException("The lock beside the key store can't be had", e);
        } finally {
            if (locked.isEmpty()) {
                held.set(false);
            }
        }
    }

    private Optional<FileChannel> lock() throws IOException {
        // Whoever may only read it could hold it, too.
        FileChannel channel =
                FileChannel.open(file, EnumSet.of(StandardOpenOption.CREATE, StandardOpenOption.WRITE), UserOnly.file());
        boolean locked = false;
        try {
            locked = channel.tryLock() != null;
            return locked ? Optional.of(channel) : Optional.empty();
        } finally {
            if (!locked) {
                channel.close();
            }
        }
    }

    private void release(FileChannel channel) {
        try {
            channel.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } finally {
            held.set(false);
        }
    }
}
