package jp.inkan.host.journal;

import java.io.IOException;
import java.nio.file.Files;
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
    private static final long LARGEST = 64 * 1024;

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
            for (Path file : files.filter(each -> each.toString().endsWith(SUFFIX)).sorted().toList()) {
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
            if (Files.size(file) > LARGEST) {
                throw new IOException("an entry over " + LARGEST + " bytes");
            }
            Entry entry = EntryJson.read(Files.readAllBytes(file));
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

    private Path file(String name) {
        if (!EntryJson.NAME.matcher(name).matches()) {
            throw new IllegalArgumentException("not an entry's name");
        }
        return folder.resolve(name + SUFFIX);
    }
}
