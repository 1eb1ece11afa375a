package jp.inkan.host.journal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Optional;
import java.util.stream.Stream;
import jp.inkan.host.journal.Entry.State;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayName("The journal")
class JournalTest {
    private static final Entry BEGUN = new Entry("9999-1", "9999", Optional.empty(), new State.Begun());

    @TempDir
    private Path home;

    private Path folder;
    private Journal journal;

    @BeforeEach
    void open() {
        folder = home.resolve("inkan/journal");
        journal = new Journal(folder);
    }

    static Stream<State> states() {
        return Stream.of(new State.Begun(), new State.Submitted(new byte[] {1, 2}));
    }

    @ParameterizedTest
    @MethodSource("states")
    @DisplayName("gives another process what this one wrote, in every state")
    void found(State state) throws Exception {
        var entry = new Entry("9999-renew-1", "9999", Optional.of("9f86d081884c7d65"), state);
        journal.write(BEGUN);
        journal.write(entry.with(new State.Begun()));
        journal.write(entry);
        var other = new Journal(folder);
        assertThat(other.open()).hasSize(2);
        assertThat(other.find("9999-renew-1")).usingRecursiveComparison().isEqualTo(Optional.of(entry));
        assertThat(other.find("9999-1")).contains(BEGUN);
    }

    @Test
    @DisplayName("forgets what ended, and ending it again does no harm")
    void removed() throws Exception {
        journal.write(BEGUN);
        journal.remove(BEGUN.name());
        journal.remove(BEGUN.name());
        assertThat(journal.open()).isEmpty();
        assertThat(folder).isEmptyDirectory();
    }

    @Test
    @DisplayName("is empty where there is no folder, and makes none for looking")
    void noFolder() throws Exception {
        assertThat(journal.open()).isEmpty();
        assertThat(journal.find("9999-1")).isEmpty();
        journal.remove("9999-1");
        assertThat(folder).doesNotExist();
    }

    @Test
    @DisplayName("is for the user's eyes alone")
    void permissions() throws Exception {
        journal.write(BEGUN);
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(folder))).isEqualTo("rwx------");
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(folder.resolve("9999-1.json"))))
                .isEqualTo("rw-------");
    }

    @Test
    @DisplayName("reads no draft that was never finished, and writes over it")
    void draft() throws Exception {
        Files.createDirectories(folder);
        Files.writeString(folder.resolve("9999-1.json.draft"), "{\"for");
        assertThat(journal.open()).isEmpty();
        journal.write(BEGUN);
        assertThat(journal.open()).containsExactly(BEGUN);
        assertThat(folder.resolve("9999-1.json.draft")).doesNotExist();
    }

    @ParameterizedTest
    @ValueSource(strings = {
        "", "null", "[]", "{", "{}", "{\"format\":1}",
        "{\"format\":2,\"name\":\"9999-1\",\"institution\":\"9999\",\"step\":\"BEGUN\"}",
        "{\"format\":1,\"name\":\"9999-2\",\"institution\":\"9999\",\"step\":\"BEGUN\"}",
        "{\"format\":1,\"name\":\"9999-1\",\"institution\":\"999\",\"step\":\"BEGUN\"}",
        "{\"format\":1,\"name\":\"9999-1\",\"institution\":\"2235\",\"step\":\"BEGUN\"}",
        "{\"format\":1,\"name\":\"9999-1\",\"institution\":\"9999\",\"step\":\"SUBMITTED\"}",
        "{\"format\":1,\"name\":\"9999-1\",\"institution\":\"9999\",\"step\":\"SUBMITTED\",\"request\":\"\"}",
        "{\"format\":1,\"name\":\"9999-1\",\"institution\":\"9999\",\"step\":\"BEGUN\",\"more\":1}",
        "{\"format\":1,\"name\":\"9999-1\",\"name\":\"9999-1\",\"institution\":\"9999\",\"step\":\"BEGUN\"}"
    })
    @DisplayName("leaves out what it hasn't written, doesn't touch it, and gives the rest")
    void unreadable(String json) throws Exception {
        Files.createDirectories(folder);
        Path file = Files.writeString(folder.resolve("9999-1.json"), json);
        Entry other = new Entry("9999-3", "9999", Optional.empty(), new State.Begun());
        journal.write(other);
        assertThat(journal.open()).containsExactly(other);
        assertThat(journal.find("9999-1")).isEmpty();
        assertThat(file).hasContent(json);
    }

    @Test
    @DisplayName("reads no file that is too large")
    void tooLarge() throws Exception {
        Files.createDirectories(folder);
        Files.write(folder.resolve("9999-1.json"), " ".repeat(70_000).getBytes(StandardCharsets.US_ASCII));
        assertThat(journal.open()).isEmpty();
    }

    @Test
    @DisplayName("reads nothing but files: neither links nor pipes, which could go on for ever")
    void notAFile() throws Exception {
        journal.write(BEGUN);
        Files.createSymbolicLink(folder.resolve("9999-2.json"), Path.of("/dev/zero"));
        assertThat(new ProcessBuilder("mkfifo", folder.resolve("9999-3.json").toString()).start().waitFor()).isZero();
        assertThat(journal.open()).containsExactly(BEGUN);
        assertThat(journal.find("9999-2")).isEmpty();
        assertThat(journal.find("9999-3")).isEmpty();
    }

    @Test
    @DisplayName("says so where it can't be written")
    void notWritable() throws Exception {
        Files.createDirectories(home.resolve("inkan"));
        Files.writeString(folder, "a file where the folder should be");
        assertThatThrownBy(() -> journal.write(BEGUN)).isInstanceOf(JournalException.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "..", "../9999-1", "a/b", "9999 1"})
    @DisplayName("knows no names that lead elsewhere")
    void names(String name) {
        assertThatThrownBy(() -> journal.find(name)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> journal.remove(name)).isInstanceOf(IllegalArgumentException.class);
    }
}
