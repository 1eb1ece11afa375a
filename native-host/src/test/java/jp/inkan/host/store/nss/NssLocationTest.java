package jp.inkan.host.store.nss;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import jp.inkan.host.platform.UserFolders;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@DisplayName("The NSS database is looked for where Chromium does")
class NssLocationTest {
    @TempDir
    private Path home;

    @Test
    @DisplayName("in ~/.pki/nssdb if that is there")
    void old() throws IOException {
        Files.createDirectories(home.resolve(".pki/nssdb"));
        assertThat(NssLocation.of(new UserFolders(home, Map.of("XDG_DATA_HOME", "/data")))).isEqualTo(home.resolve(".pki/nssdb"));
    }

    @Test
    @DisplayName("else below ~/.local/share")
    void young() {
        assertThat(NssLocation.of(new UserFolders(home, Map.of()))).isEqualTo(home.resolve(".local/share/pki/nssdb"));
    }

    @Test
    @DisplayName("or below XDG_DATA_HOME, if that is an absolute path")
    void dataHome() {
        assertThat(NssLocation.of(new UserFolders(home, Map.of("XDG_DATA_HOME", "/data")))).isEqualTo(Path.of("/data/pki/nssdb"));
        assertThat(NssLocation.of(new UserFolders(home, Map.of("XDG_DATA_HOME", "data")))).isEqualTo(home.resolve(".local/share/pki/nssdb"));
    }
}
