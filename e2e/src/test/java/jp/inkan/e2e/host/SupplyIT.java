package jp.inkan.e2e.host;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Properties;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import jp.inkan.e2e.browser.Product;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("What the packaged host is made of")
class SupplyIT {
    private static final Path HOST = Product.find().launcher().getParent().getParent();
    private static final ObjectMapper JSON = new ObjectMapper();

    @Test
    @DisplayName("is byte for byte what was looked at: each jar of others has the SHA-256 in shipped-jars.sha256")
    void digests() throws IOException {
        List<String> ships = jars().filter(jar -> !isOurs(jar)).map(jar -> sha256(HOST.resolve("lib").resolve(jar)) + "  " + jar).toList();
        assertThat(ships).containsExactlyInAnyOrderElementsOf(
                Files.readAllLines(Product.root().resolve("native-host/shipped-jars.sha256")));
    }

    @Test
    @DisplayName("is in its bill of materials: every jar, the Java runtime and the extension, and nothing else")
    void billOfMaterials() throws IOException {
        JsonNode bom = JSON.readTree(HOST.resolve("sbom.cdx.json").toFile());
        List<String> parts = Stream.concat(Stream.of(bom.at("/metadata/component")), stream(bom.get("components")))
                .map(part -> part.get("name").textValue() + "-" + part.get("version").textValue().replaceFirst("\\+.*", ""))
                .toList();
        String extension = JSON.readTree(Product.find().extension().resolve("manifest.json").toFile()).get("version").textValue();
        assertThat(parts).containsExactlyInAnyOrderElementsOf(Stream.concat(
                jars().map(jar -> jar.replaceFirst("\\.jar$", "")),
                Stream.of("OpenJDK-" + runtimeVersion(), "extension-" + extension)).toList());
        assertThat(stream(bom.get("components")).filter(part -> !part.has("licenses")))
                .extracting(part -> part.get("group").textValue()).containsOnly("jp.inkan");
    }

    @Test
    @DisplayName("says nothing of when, where and by whom it was built")
    void nothingOfTheBuild() throws IOException {
        assertThat(Files.readString(HOST.resolve("sbom.cdx.json")))
                .doesNotContain("timestamp", "serialNumber", System.getProperty("user.home"), Product.root().toString());
    }

    private static Stream<String> jars() throws IOException {
        try (Stream<Path> files = Files.list(HOST.resolve("lib"))) {
            return files.map(file -> file.getFileName().toString()).toList().stream();
        }
    }

    private static boolean isOurs(String jar) {
        return jar.startsWith("native-host-") || jar.startsWith("manifests-");
    }

    private static String runtimeVersion() throws IOException {
        var release = new Properties();
        try (var in = Files.newBufferedReader(HOST.resolve("runtime/release"))) {
            release.load(in);
        }
        return release.getProperty("JAVA_VERSION").replace("\"", "");
    }

    private static Stream<JsonNode> stream(JsonNode array) {
        return StreamSupport.stream(array.spliterator(), false);
    }

    private static String sha256(Path file) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(Files.readAllBytes(file)));
        } catch (IOException | NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
