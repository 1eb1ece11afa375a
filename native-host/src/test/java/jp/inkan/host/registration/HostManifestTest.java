package jp.inkan.host.registration;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import jp.inkan.host.platform.UserFolders;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@DisplayName("The host manifest")
class HostManifestTest {
    private static final ExtensionIds IDS = new ExtensionIds(List.of("a".repeat(32), "b".repeat(32)));

    @TempDir
    private Path folder;

    @Test
    @DisplayName("names the launcher, whatever characters its path has, and every extension id with its scheme")
    void render() throws Exception {
        Path launcher = Path.of("/opt/印 鑑/\"inkan\"/bin/inkan-host");
        JsonNode manifest = new ObjectMapper().readTree(HostManifest.render(launcher, IDS));
        assertThat(manifest.path("path").asText()).isEqualTo(launcher.toString());
        assertThat(manifest.path("allowed_origins")).extracting(JsonNode::asText).containsExactly(
                "chrome-extension://" + "a".repeat(32) + "/", "chrome-extension://" + "b".repeat(32) + "/");
        assertThat(manifest.path("name").asText()).isEqualTo("jp.inkan.host");
    }

    @Test
    @DisplayName("replaces an older one, leaves nothing else behind, and can be taken back")
    void writeAndRemove() throws Exception {
        Path manifests = folder.resolve("profile/NativeMessagingHosts");
        HostManifest.write(manifests, Path.of("/old"), IDS);
        Path file = HostManifest.write(manifests, Path.of("/new"), IDS);
        assertThat(Files.readString(file)).contains("/new").doesNotContain("/old");
        try (var files = Files.list(manifests)) {
            assertThat(files).containsExactly(file);
        }
        assertThat(HostManifest.remove(manifests)).isTrue();
        assertThat(HostManifest.remove(manifests)).isFalse();
    }

    @Test
    @DisplayName("lies where each browser looks")
    void folders() {
        UserFolders user = UserFolders.of(Map.of("HOME", "/home/u"));
        assertThat(Browser.CHROME.registration(user).folder()).isEqualTo(Path.of("/home/u/.config/google-chrome/NativeMessagingHosts"));
        assertThat(Browser.EDGE.registration(user).folder()).isEqualTo(Path.of("/home/u/.config/microsoft-edge/NativeMessagingHosts"));
        assertThat(Browser.CHROMIUM.registration(user).folder()).isEqualTo(Path.of("/home/u/.config/chromium/NativeMessagingHosts"));
        assertThat(Browser.CHROMIUM.registration(UserFolders.of(Map.of("HOME", "/home/u", "XDG_CONFIG_HOME", "/c"))).folder())
                .isEqualTo(Path.of("/c/chromium/NativeMessagingHosts"));
        assertThat(Browser.in(Path.of("/data")).folder()).isEqualTo(Path.of("/data/NativeMessagingHosts"));
    }

    @Test
    @DisplayName("lies on Windows in a folder for each browser, and the browser's own key of the registry says where")
    void onWindows() {
        UserFolders user = UserFolders.of(Map.of("LOCALAPPDATA", "/local"));
        Registration chrome = Browser.CHROME.onWindows(user);
        Registration edge = Browser.EDGE.onWindows(user);
        assertThat(chrome.registryKey()).contains("Software\\Google\\Chrome\\NativeMessagingHosts\\jp.inkan.host");
        assertThat(edge.registryKey()).contains("Software\\Microsoft\\Edge\\NativeMessagingHosts\\jp.inkan.host");
        assertThat(chrome.folder()).isEqualTo(Path.of("/local/Inkan/NativeMessagingHosts/chrome")).isNotEqualTo(edge.folder());
    }
}
