package jp.inkan.e2e.windows;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.StreamSupport;
import jp.inkan.e2e.browser.Product;
import jp.inkan.e2e.windows.WindowsPackage.Scope;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

@DisplayName("The Windows package")
class WindowsPackageIT {
    private static final WindowsPackage BUILT = WindowsPackage.find();

    @Test
    @DisplayName("has the jars of the host as they are on Linux, byte for byte")
    void sameJars() throws IOException {
        Path linux = Product.find().launcher().getParent().resolveSibling("lib");
        Path windows = BUILT.folder().resolve("lib");
        assertThat(WindowsPackage.files(windows)).isEqualTo(WindowsPackage.files(linux));
        for (String jar : WindowsPackage.files(windows)) {
            assertThat(Files.mismatch(windows.resolve(jar), linux.resolve(jar))).isEqualTo(-1);
        }
    }

    @Test
    @DisplayName("brings a Java 25 for Windows without what the host doesn't need, with its licences")
    void runtime() throws IOException {
        String release = Files.readString(BUILT.folder().resolve("runtime/release"));
        assertThat(release).contains("JAVA_VERSION=\"25.").doesNotContain("java.desktop", "jdk.crypto.cryptoki", "jdk.jdwp");
        assertThat(BUILT.folder().resolve("runtime/legal/java.base/LICENSE")).exists();
        assertThat(BUILT.files()).contains("LICENSE", "THIRD-PARTY-NOTICES.md");
        assertThat(Portable.executable(BUILT.folder().resolve("runtime/bin/java.exe")).subsystem()).isEqualTo(Portable.CONSOLE);
    }

    @Test
    @DisplayName("names this very Java in its bill of materials")
    void billOfMaterials() throws IOException {
        JsonNode bom = new ObjectMapper().readTree(BUILT.folder().resolve("sbom.cdx.json").toFile());
        List<String> versions = StreamSupport.stream(bom.get("components").spliterator(), false)
                .filter(part -> part.path("name").asText().equals("OpenJDK")).map(part -> part.path("version").asText()).toList();
        assertThat(versions).hasSize(1);
        assertThat(Files.readString(BUILT.folder().resolve("runtime/release"))).contains("\"" + versions.getFirst() + "\"");
    }

    @Test
    @DisplayName("says nothing of when and where its launchers were built")
    void nothingOfTheBuild() throws IOException {
        for (String launcher : List.of("inkan-host.exe", "inkan.exe")) {
            Path file = BUILT.folder().resolve(launcher);
            assertThat(Portable.executable(file).timestamp()).isZero();
            assertThat(Files.readString(file, StandardCharsets.ISO_8859_1)).doesNotContain(Product.root().toString());
        }
    }

    @ParameterizedTest
    @EnumSource
    @DisplayName("makes the same MSI of the same folder, byte for byte")
    void reproducible(Scope scope, @TempDir Path elsewhere) throws IOException {
        List<Path> twice = List.of(elsewhere.resolve("one.msi"), elsewhere.resolve("two.msi"));
        for (Path msi : twice) {
            Wine.run(new ProcessBuilder(WindowsPackage.tool("msi").toString(), BUILT.folder().toString(), BUILT.version(), scope.word(),
                    WindowsPackage.ICON.toString(), msi.toString())).orThrow();
        }
        assertThat(Files.mismatch(twice.getFirst(), twice.getLast())).isEqualTo(-1);
    }
}
