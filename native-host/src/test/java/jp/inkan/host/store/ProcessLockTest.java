package jp.inkan.host.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import jp.inkan.host.store.UserKeyStore.Turn;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@DisplayName("The lock beside the key store")
class ProcessLockTest {
    @TempDir
    private Path folder;

    @Test
    @DisplayName("can be held by no other user of the PC, who would hold up everything: they can't open it")
    void othersCannotOpenIt() throws Exception {
        Path file = folder.resolve("store.lock");
        var lock = new ProcessLock(file);
        try (Turn _ = lock.take().orElseThrow()) {
            assertThat(lock.take()).isEmpty();
            assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file))).isEqualTo("rw-------");
        }
        assertThat(lock.take()).isPresent();
    }
}
