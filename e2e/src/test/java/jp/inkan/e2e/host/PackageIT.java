package jp.inkan.e2e.host;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import jp.inkan.e2e.browser.Product;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("The packaged host")
class PackageIT {
    private static final Path HOST = Product.find().launcher().getParent().getParent();

    @Test
    @DisplayName("carries the licence and a notice of every jar it ships")
    void notices() throws IOException {
        assertThat(HOST.resolve("LICENSE")).exists();
        String notices = Files.readString(HOST.resolve("THIRD-PARTY-NOTICES.md"));
        try (Stream<Path> jars = Files.list(HOST.resolve("lib"))) {
            assertThat(jars.map(jar -> jar.getFileName().toString().replaceFirst("-[0-9].*", "")))
                    .isNotEmpty()
                    .filteredOn(name -> !name.equals("native-host") && !name.equals("manifests"))
                    .allSatisfy(name -> assertThat(notices).containsPattern("\\b" + name + "\\b"));
        }
    }

    @Test
    @DisplayName("brings its own Java 25, so that a PC needs none")
    void runtime() throws IOException {
        assertThat(Files.readString(HOST.resolve("runtime/release"))).contains("JAVA_VERSION=\"25");
        assertThat(HOST.resolve("runtime/legal/java.base/LICENSE")).exists();
    }

    @Test
    @DisplayName("brings no certificate authorities of a Java runtime's, which are often the system's: its own are all it believes")
    void noAuthorities() {
        assertThat(HOST.resolve("runtime/lib/security")).exists();
        assertThat(HOST.resolve("runtime/lib/security/cacerts")).doesNotExist();
    }
}
