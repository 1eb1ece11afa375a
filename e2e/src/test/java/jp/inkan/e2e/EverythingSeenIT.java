package jp.inkan.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.util.HashSet;
import java.util.List;
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

    /** Pages and screens of the manuals, as tests name them; codes are added from the contract. */
    private static final List<String> ROWS = List.of(
            "BLGI001", "BSMS001", "top page", "renewal selection", "toolbar", "CCHK902", "BZBE001011", "BZBE011008",
            "CCHK001", "CCHK002", "CCHK003", "CCHK004", "CCHK005", "CCHK006", "CCHK007", "CCHK008");

    private static JsonNode schema() throws IOException {
        return new ObjectMapper().readTree(Product.root().resolve("manifests/messages/messages.schema.json").toFile());
    }

    @Test
    @DisplayName("every code of the manuals' tables was shown in the panel, in a real browser")
    void codes() throws IOException {
        Set<String> missing = codesOfTheContract();
        missing.removeAll(Seen.at("panel"));
        assertThat(missing).isEmpty();
    }

    @Test
    @DisplayName("every page, screen and code of the manuals' tables has a test in a real browser that is named after it")
    void rows() throws IOException {
        Set<String> passed = Seen.at("tests");
        Set<String> missing = codesOfTheContract();
        missing.addAll(ROWS);
        missing.removeIf(row -> passed.stream().anyMatch(name -> name.contains(row)));
        assertThat(missing).isEmpty();
    }

    private static Set<String> codesOfTheContract() throws IOException {
        var codes = new TreeSet<String>();
        schema().at("/$defs/code/enum").forEach(code -> codes.add(code.asText()));
        codes.removeAll(OF_UPDATES);
        return codes;
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
