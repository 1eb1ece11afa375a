package jp.inkan.host.journal;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The enrolments under way, a file each, so that none is lost whatever dies. What is written is on the disk when the method
 * returns. Who works on an entry holds {@link jp.inkan.host.store.UserKeyStore#takeTurn}.
 */
public final class Journal {
    private static final Logger LOG = LoggerFactory.getLogger(Journal.class);
    private static final String SUFFIX = ".json";
    /** Bytes. The largest honest entry has 8 KiB. */
    private static final int LARGEST = 64 * 1024;

    /** Each costs the next start some calls to a bank. An honest user has one or two. */
    private static final int MOST = 100;

    private final Path folder;

    /** @param folder need not exist */
    public Journal(Path folder) {
        this.folder = folder;
    }

    /** All that were begun and not ended. One that can't be read is left where it is, and out. */
    public List<Entry> open() throws JournalException {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (Stream<Path> files = Files.list(folder)) {
            var entries = new ArrayList<Entry>();
            for (Path file : files.filter(each -> each.toString().endsWith(SUFFIX)).sorted().limit(MOST).toList()) {
                read(file).ifPresent(entries::add);
            }
            return List.copyOf(entries);
        } catch (IOException e) {
            throw new JournalException("The journal can't be listed", e);
        }
    }

    /** The one of that name, if it was begun and not ended. */
    public Optional<Entry> find(String name) throws JournalException {
        try {
            return read(file(name));
        } catch (IOException e) {
            throw new JournalException("An entry can't be read", e);
        }
    }

    /** In the place of the one with that name. */
    public void write(Entry entry) throws JournalException {
        try {
            DurableFile.write(file(entry.name()), EntryJson.write(entry));
        } catch (IOException e) {
            throw new JournalException("An entry can't be written", e);
        }
    }

    /** Ends one; once more does nothing. */
    public void remove(String name) throws JournalException {
        try {
            DurableFile.delete(file(name));
        } catch (IOException e) {
            throw new JournalException("An entry can't be removed", e);
        }
    }

    private static Optional<Entry> read(Path file) throws IOException {
        try {
            if (Files.exists(file, LinkOption.NOFOLLOW_LINKS) && !Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS)) {
                throw new IOException("an entry that isn't a file");
            }
            Entry entry = EntryJson.read(bytes(file));
            if (!file.getFileName().toString().equals(entry.name() + SUFFIX)) {
                throw new IOException("an entry under another's name");
            }
            return Optional.of(entry);
        } catch (NoSuchFileException e) {
            return Optional.empty();
        } catch (IOException e) {
            // Nobody else writes here. The pending key stays, and the next enrolment of that name goes on with it.
            LOG.error("An entry of the journal can't be used: {}", e.getMessage());
            return Optional.empty();
        }
    }

    private static byte[] bytes(Path file) throws IOException {
        try (InputStream in = Files.newInputStream(file, LinkOption.NOFOLLOW_LINKS)) {
            byte[] bytes = in.readNBytes(LARGEST + 1);
            if (bytes.length > LARGEST) {
                throw new IOException("an entry over " + LARGEST + " bytes");
            }
            return bytes;
        }
    }

    private Path file(String name) {
        if (!EntryJson.NAME.matcher(name).matches()) {
            throw new IllegalArgumentException("not an entry's name");
        }
        return folder.resolve(name + SUFFIX);
    }
}
