package jp.inkan.e2e.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayName("The packaged extension")
class ExtensionPackageIT {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Path PACKAGED = Product.find().extension();
    private static final Path SOURCES = Product.root().resolve("extension");
    private static final Set<String> AS_THEY_ARE = Set.of(
            "manifest.json", "managed_schema.json", "_locales/en/messages.json", "_locales/ja/messages.json",
            "icons/seal-16.png", "icons/seal-32.png", "icons/seal-48.png", "icons/seal-128.png",
            "src/shared/theme.css", "src/panel/panel.html", "src/panel/panel.css", "src/options/options.html", "src/options/options.css");
    /** A scheme and the beginning of a host, in a text or a regular expression; or a text that leaves the scheme out. */
    private static final Pattern URL = Pattern.compile("(?:https?|wss?|ftp):(?:\\\\?/){2}[A-Za-z0-9.\\\\-]+|[\"'`(]//[a-zA-Z]");
    private static final Pattern IMPORT = Pattern.compile("\\b(?:import|from)\\s*[(]?\\s*(\"[^\"]*\"|'[^']*')");
    private static final Pattern CODE_FROM_TEXT = Pattern.compile(
            "\\beval\\b|\\bFunction\\s*\\(|importScripts|\\bimport\\s*\\(|set(?:Timeout|Interval)\\(\\s*[\"'`]|WebAssembly"
                    + "|(?:inner|outer)HTML|insertAdjacentHTML|document\\.write|srcdoc|javascript:|createElement\\(\\s*\"script|data:|blob:");

    @Test
    @DisplayName("holds what our sources give, and no other file")
    void files() throws IOException {
        Set<String> expected = new TreeSet<>(AS_THEY_ARE);
        expected.add("src/content/main.js");
        // The content script is one file; all else is a module each.
        in(SOURCES.resolve("src")).stream()
                .filter(file -> file.endsWith(".ts") && !file.endsWith(".test.ts") && !file.endsWith(".d.ts") && !file.startsWith("content/"))
                .forEach(file -> expected.add("src/" + file.replaceFirst("\\.ts$", ".js")));
        List<String> packaged = in(PACKAGED);
        assertThat(expected).containsAll(packaged);
        assertThat(packaged).containsAll(AS_THEY_ARE).contains("src/background/main.js", "src/content/main.js", "src/panel/main.js");
    }

    @Test
    @DisplayName("holds texts, drawings and settings byte for byte as they are in the sources")
    void unchanged() {
        assertThat(AS_THEY_ARE).allSatisfy(file -> assertThat(PACKAGED.resolve(file)).hasSameBinaryContentAs(SOURCES.resolve(file)));
    }

    @ParameterizedTest
    @ValueSource(strings = {"chrome", "edge"})
    @DisplayName("goes to each store as it is, without our key where the store refuses it")
    void stores(String store) throws IOException {
        JsonNode manifest = JSON.readTree(PACKAGED.resolve("manifest.json").toFile());
        Path file = PACKAGED.resolveSibling("store").resolve("inkan-%s-%s.zip".formatted(store, manifest.path("version").asText()));
        try (ZipFile zip = new ZipFile(file.toFile())) {
            assertThat(zip.stream().map(ZipEntry::getName)).containsExactlyInAnyOrderElementsOf(in(PACKAGED));
            for (String each : in(PACKAGED)) {
                byte[] packed = zip.getInputStream(zip.getEntry(each)).readAllBytes();
                if (each.equals("manifest.json")) {
                    ObjectNode expected = manifest.deepCopy();
                    assertThat(JSON.readTree(packed)).isEqualTo(keepsKey(store) ? expected : expected.without("key"));
                } else {
                    assertThat(packed).as(each).isEqualTo(Files.readAllBytes(PACKAGED.resolve(each)));
                }
            }
        }
    }

    /** Only where the store itself has given the id that goes with it. */
    private static boolean keepsKey(String store) throws IOException {
        for (JsonNode known : JSON.readTree(Product.root().resolve("manifests/native-messaging/extension-ids.json").toFile())) {
            if (known.path("from").asText().equals("Chrome web store") && known.path("id").asText().equals(Product.EXTENSION_ID)) {
                return store.equals("chrome");
            }
        }
        return false;
    }

    @Test
    @DisplayName("makes no code or markup of text, and takes none from elsewhere")
    void noRemoteCode() throws IOException {
        for (String file : in(PACKAGED)) {
            if (file.endsWith(".js")) {
                assertThat(found(CODE_FROM_TEXT, file)).as(file).isEmpty();
                assertThat(found(IMPORT, file)).as(file).allMatch(module -> module.matches(".*[\"']\\.{1,2}/[a-z0-9/.-]+\\.js[\"']"));
            }
        }
    }

    @Test
    @DisplayName("names no address but what SVG's elements are called, and the pattern of the bank's")
    void noAddresses() throws IOException {
        Set<String> addresses = in(PACKAGED).stream()
                .filter(file -> file.matches("src/.*\\.(js|css|html)"))
                .flatMap(file -> found(URL, file).stream())
                .collect(Collectors.toCollection(TreeSet::new));
        assertThat(addresses).containsExactly("http://www.w3.org", "https:\\/\\/www\\.cc");
    }

    @Test
    @DisplayName("has pages whose scripts are files of its own")
    void pages() throws IOException {
        for (String page : in(PACKAGED).stream().filter(file -> file.endsWith(".html")).toList()) {
            assertThat(found(Pattern.compile("<script[^>]*>[^<]*"), page)).as(page)
                    .isNotEmpty().allMatch(tag -> tag.matches("<script type=\"module\" src=\"/src/[a-z/-]+\\.js\">"));
            assertThat(found(Pattern.compile("\\son[a-z]+\\s*=|\\sstyle\\s*=|<style|<base|<iframe|<object"), page)).as(page).isEmpty();
        }
    }

    private static List<String> found(Pattern pattern, String file) {
        try {
            return pattern.matcher(Files.readString(PACKAGED.resolve(file))).results().map(MatchResult::group).toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static List<String> in(Path folder) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(Files::isRegularFile).map(file -> folder.relativize(file).toString().replace('\\', '/')).sorted().toList();
        }
    }
}
