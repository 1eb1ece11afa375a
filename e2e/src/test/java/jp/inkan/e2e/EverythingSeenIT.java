package jp.inkan.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.util.HashSet;
import java.util.Set;
import java.util.TreeSet;
import jp.inkan.e2e.browser.Product;
import jp.inkan.e2e.browser.Seen;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** Runs after all others. Texts for each of them, in both languages, are the business of the extension's own tests. */
@DisplayName("While the tests ran")
class EverythingSeenIT {
    /** Reached once there are updates. */
    private static final Set<String> OF_UPDATES = Set.of(
            "G002e", "G003e", "G007i", "G021e",
            "update-download-failed", "update-information-failed", "update-downloaded", "update-install-failed");

    /** A fault of the host's own: there is none that a test could provoke from outside. */
    private static final Set<String> OURS = Set.of("internal");

    private static JsonNode schema() throws IOException {
        return new ObjectMapper().readTree(Product.root().resolve("manifests/messages/messages.schema.json").toFile());
    }

    @Test
    @DisplayName("every code of the manuals' tables was shown in the panel, in a real browser")
    void codes() throws IOException {
        var missing = new TreeSet<String>();
        schema().at("/$defs/code/enum").forEach(code -> missing.add(code.asText()));
        missing.removeAll(OF_UPDATES);
        missing.removeAll(Seen.at("panel"));
        assertThat(missing).isEmpty();
    }

    @Test
    @DisplayName("every reason was given by a real host")
    void reasons() throws IOException {
        var missing = new TreeSet<String>();
        schema().at("/$defs/reason/oneOf").forEach(reason -> missing.add(reason.path("const").asText()));
        missing.removeAll(OF_UPDATES);
        missing.removeAll(OURS);
        var seen = new HashSet<>(Seen.at("panel"));
        seen.addAll(Seen.at("port"));
        missing.removeAll(seen);
        assertThat(missing).isEmpty();
    }
}
