package jp.inkan.host.institution;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayName("The practice configuration")
class PracticeTest {
    private static final Institutions INSTITUTIONS = Institutions.builtIn();
    private static final Institution REAL = INSTITUTIONS.byCode("2235").orElseThrow();
    private static final Institution PRACTICE = INSTITUTIONS.byCode("9999").orElseThrow();

    @TempDir
    private Path folder;

    private Optional<Practice> configuration(String json) throws IOException {
        Path file = Files.writeString(folder.resolve("host.json"), json);
        return Practice.fromEnvironment(Map.of("INKAN_CONFIG", file.toString()));
    }

    @Test
    @DisplayName("leads to 127.0.0.1 and to nowhere else")
    void loopback() throws IOException {
        var practice = configuration("{\"names\":{\"www.cc9999.bizsol.anser.ne.jp\":40123},\"trustAnchor\":\"/a.pem\"}");
        assertThat(Endpoint.ofBank(PRACTICE, practice))
                .hasValue(new Endpoint.Loopback("www.cc9999.bizsol.anser.ne.jp", 40123, Path.of("/a.pem"), false));
    }

    @Test
    @DisplayName("may say how far the bank's clock is ahead, and that a proxy is in between")
    void clockAndProxy() throws IOException {
        Practice plain = configuration("{\"names\":{},\"trustAnchor\":\"/a.pem\"}").orElseThrow();
        assertThat(plain.clockOffsetSeconds()).isZero();
        assertThat(plain.throughProxy()).isFalse();
        Practice moved = configuration(
                "{\"names\":{},\"trustAnchor\":\"/a.pem\",\"clockOffsetSeconds\":-86400,\"throughProxy\":true}").orElseThrow();
        assertThat(moved.clockOffsetSeconds()).isEqualTo(-86400);
        assertThat(moved.throughProxy()).isTrue();
    }

    @Test
    @DisplayName("never moves a real bank, even when it names one")
    void realBank() throws IOException {
        var practice = configuration("{\"names\":{\"www.cc2235.bizsol.anser.ne.jp\":40123},\"trustAnchor\":\"/a.pem\"}");
        assertThat(Endpoint.ofBank(REAL, practice)).hasValue(new Endpoint.Public("www.cc2235.bizsol.anser.ne.jp"));
    }

    @Test
    @DisplayName("is the only way to the practice bank")
    void withoutIt() throws IOException {
        assertThat(Practice.fromEnvironment(Map.of())).isEmpty();
        assertThat(Endpoint.ofBank(PRACTICE, Optional.empty())).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {
        "", "[]", "{\"names\":{\"a\":1}}", "{\"names\":{\"a\":0},\"trustAnchor\":\"/a\"}",
        "{\"names\":{\"a\":65536},\"trustAnchor\":\"/a\"}", "{\"names\":{\"a\":\"10.0.0.1:443\"},\"trustAnchor\":\"/a\"}",
        "{\"names\":{},\"trustAnchor\":\"/a\",\"more\":1}", "{\"names\":{\"a\":1.5},\"trustAnchor\":\"/a\"}", "null",
        "{\"names\":{\"a\":1,\"a\":2},\"trustAnchor\":\"/a\"}", "{\"names\":{},\"trustAnchor\":\"\\u0000\"}", "{\"names\":{},\"trustAnchor\":7}",
        "{\"names\":{\"a\":null},\"trustAnchor\":\"/a\"}", "{\"names\":{},\"trustAnchor\":\"/a\",\"clockOffsetSeconds\":9223372036854775807}",
        "{\"names\":{},\"trustAnchor\":\"/a\",\"clockOffsetSeconds\":-9223372036854775808}", "{\"names\":{},\"trustAnchor\":\"/a\"}]"
    })
    @DisplayName("that isn't of its form is refused, and not quoted")
    void broken(String json) {
        assertThatThrownBy(() -> configuration(json))
                .isInstanceOf(IOException.class)
                .hasMessage("The practice configuration isn't of its form")
                .hasNoCause();
    }

    @Test
    @DisplayName("takes its trust anchor for a path, never for a URL")
    void anchorIsPath() throws IOException {
        assertThat(configuration("{\"names\":{},\"trustAnchor\":\"jar:file:/a.jar!/b\"}").orElseThrow().trustAnchor())
                .isEqualTo(Path.of("jar:file:/a.jar!/b"));
    }

    @Test
    @DisplayName("owns only https origins on port 443 of the profile's hosts")
    void origins() {
        assertThat(REAL.owns("https://www.cc2235.bizsol.anser.ne.jp")).isTrue();
        for (String other : new String[] {
            "http://www.cc2235.bizsol.anser.ne.jp", "https://www.cc2235.bizsol.anser.ne.jp:8443",
            "https://cc2235.bizsol.anser.ne.jp", "https://www.cc2235.bizsol.anser.ne.jp.example.jp", "https://WWW.cc2235.bizsol.anser.ne.jp"
        }) {
            assertThat(REAL.owns(other)).as(other).isFalse();
        }
    }
}
