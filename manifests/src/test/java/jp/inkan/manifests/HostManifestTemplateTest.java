package jp.inkan.manifests;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.Base64;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("The host manifest's template")
class HostManifestTemplateTest {
    @Test
    @DisplayName("has the five properties that Chrome, Edge and Chromium read")
    void template() throws Exception {
        String text = java.nio.file.Files.readString(Path.of("native-messaging/jp.inkan.host.json"));
        assertThat(text).contains("\"name\": \"jp.inkan.host\"", "\"type\": \"stdio\"", "\"path\": \"${path}\"",
                "\"allowed_origins\": ${allowedOrigins}", "\"description\"");
    }

    @Test
    @DisplayName("goes with ids of 32 letters from a to p, each saying where it comes from")
    void ids() {
        JsonNode ids = Files.json("native-messaging/extension-ids.json");
        assertThat(ids).isNotEmpty().allSatisfy(entry -> {
            assertThat(entry.path("id").asText()).matches("[a-p]{32}");
            assertThat(entry.path("from").asText()).isNotBlank();
        });
    }

    @Test
    @DisplayName("lists the id that the key in the extension's manifest gives")
    void keyGivesId() throws Exception {
        byte[] key = Base64.getDecoder().decode(Files.json("../extension/manifest.json").path("key").asText());
        var id = new StringBuilder();
        for (byte b : MessageDigest.getInstance("SHA-256").digest(key)) {
            id.append((char) ('a' + (b >> 4 & 15))).append((char) ('a' + (b & 15)));
        }
        String ids = new String(
                java.nio.file.Files.readAllBytes(Path.of("native-messaging/extension-ids.json")), StandardCharsets.UTF_8);
        assertThat(ids).contains(id.substring(0, 32));
    }
}
