package jp.inkan.host.platform;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("The user's folders")
class UserFoldersTest {
    @Test
    @DisplayName("are below HOME, or where absolute XDG variables say")
    void folders() {
        UserFolders plain = UserFolders.of(Map.of("HOME", "/home/u", "XDG_DATA_HOME", "relative"));
        assertThat(plain.ours()).isEqualTo(Path.of("/home/u/.local/share/inkan"));
        assertThat(plain.configuration()).isEqualTo(Path.of("/home/u/.config"));
        assertThat(UserFolders.of(Map.of("HOME", "/home/u", "XDG_DATA_HOME", "/d")).ours()).isEqualTo(Path.of("/d/inkan"));
    }

    @Test
    @DisplayName("have ours in LOCALAPPDATA where there is one")
    void windows() {
        assertThat(UserFolders.of(Map.of("HOME", "/home/u", "LOCALAPPDATA", "/local")).ours()).isEqualTo(Path.of("/local/Inkan"));
        UserFolders relative = UserFolders.of(Map.of("HOME", "/home/u", "LOCALAPPDATA", "local"));
        assertThat(relative.ours()).isEqualTo(Path.of("/home/u/.local/share/inkan"));
    }

    @Test
    @DisplayName("are the account's where the environment names no home")
    void noHome() {
        assertThat(UserFolders.of(Map.of("HOME", "")).home()).isEqualTo(Path.of(System.getProperty("user.home")));
    }
}
