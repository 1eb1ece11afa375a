package jp.inkan.e2e.windows;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayName("The class archive of the Windows host, in wine,")
@Timeout(value = 5, unit = TimeUnit.MINUTES)
class ArchiveIT {
    @TempDir
    private static Path temporary;

    private static Wine pc;
    private static Path folder;
    private static Path archive;
    private static Path whole;

    @BeforeAll
    static void layOut() throws IOException {
        pc = Wine.at(temporary.resolve("pc"));
        folder = pc.driveC().resolve("Program Files/Inkan/1.0");
        WindowsPackage.find().copyTo(folder);
        archive = folder.resolve(Archive.NAME);
        whole = Files.copy(archive, temporary.resolve(Archive.NAME));
    }

    @AfterAll
    static void end() throws IOException {
        pc.close();
    }

    @AfterEach
    void mend() throws IOException {
        Files.deleteIfExists(archive);
        Files.copy(whole, archive);
    }

    /** With the archive as it is now, the first bytes on the port are those of a frame, and all is well. */
    private static void assertHostAnswers() throws IOException {
        WindowsHost.welcomed(pc, pc.windowsPath(folder.resolve("inkan-host.exe"))).close();
    }

    private static boolean fits() throws IOException {
        return Archive.runWith(pc, folder, "on").exitCode() == 0;
    }

    @Test
    @DisplayName("is used in another folder than it was made in")
    void fitsElsewhere() throws IOException {
        assertThat(fits()).isTrue();
        assertHostAnswers();
    }

    @Test
    @DisplayName("isn't missed when it is missing")
    void missing() throws IOException {
        Files.delete(archive);
        assertHostAnswers();
    }

    /** In its header, its map, its classes, its heap; and near the end of it. */
    @ParameterizedTest
    @ValueSource(doubles = {0, 0.0001, 0.01, 0.3, 0.7, 0.92, 0.96, 0.99, 0.999})
    @DisplayName("is left alone when a part of it is broken: the host answers, and nothing is said between the frames")
    void broken(double where) throws IOException {
        try (var file = new RandomAccessFile(archive.toFile(), "rw")) {
            file.seek((long) (where * file.length()));
            file.write("broken, for a hundred bytes or so ".repeat(3).getBytes(StandardCharsets.US_ASCII));
        }
        assertHostAnswers();
        assertThat(Archive.runWith(pc, folder, "auto").orThrow().out()).startsWith("inkan-host ").hasLineCount(1);
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 100, 1_000_000})
    @DisplayName("is left alone when it is cut off")
    void cutOff(int length) throws IOException {
        try (var file = new RandomAccessFile(archive.toFile(), "rw")) {
            file.setLength(length);
        }
        assertThat(fits()).isFalse();
        assertHostAnswers();
    }

    @Test
    @DisplayName("is left alone when the jars aren't those that it was made of")
    void otherJars() throws IOException {
        Path jar = folder.resolve("lib").resolve(WindowsPackage.files(folder.resolve("lib")).iterator().next());
        FileTime time = Files.getLastModifiedTime(jar);
        Files.setLastModifiedTime(jar, FileTime.from(Instant.parse("2020-01-01T00:00:00Z")));
        try {
            assertThat(fits()).isFalse();
            assertHostAnswers();
        } finally {
            Files.setLastModifiedTime(jar, time);
        }
    }
}
