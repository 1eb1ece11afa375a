package jp.inkan.e2e.crash;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;

/** Another program that writes to the key store for long: the locks that SQLite takes (its file format, section 1.6), and no more. */
final class BusyStore implements AutoCloseable {
    /** PENDING_BYTE of os.h in SQLite, and the 511 bytes behind it: reserved and shared. */
    private static final long PENDING_BYTE = 0x40000000;
    private static final long LOCK_BYTES = 512;

    private final List<FileChannel> files = new ArrayList<>();

    /** @param database folder of the NSS database */
    BusyStore(Path database) throws IOException {
        for (String name : new String[] {"cert9.db", "key4.db"}) {
            FileChannel file = FileChannel.open(database.resolve(name), StandardOpenOption.READ, StandardOpenOption.WRITE);
            file.lock(PENDING_BYTE, LOCK_BYTES, false);
            files.add(file);
        }
    }

    @Override
    public void close() throws IOException {
        for (FileChannel file : files) {
            file.close();
        }
    }
}
