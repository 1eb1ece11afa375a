package jp.inkan.host.messaging;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@DisplayName("An extension and a host that don't fit")
class CompatibilityTest {
    @ParameterizedTest
    @CsvSource(nullValues = "-", value = {
        // protocol, extension, oldest host it takes, this host: who must update
        "1, 0.1.0, 0.1.0, 0.1.0, -",
        "1, 9.0.0, 0.1.0, 0.1.0, -",
        "1, 0.0.9, 0.1.0, 0.1.0, extension",
        "1, 0.1.0, 0.2.0, 0.1.9, host",
        "1, 0.1.0, 0.9.0, 0.10.0, -",
        "2, 0.1.0, 0.1.0, 0.1.0, host",
        "1, 1.0.0, 1.0.1, 1.0.0, host"
    })
    @DisplayName("say which of them must be updated, by numbers and not by letters")
    void whoMustUpdate(int protocol, String extension, String minimumHost, String host, String update) {
        var hello = new BrowserMessage.Hello("m1", protocol, extension, minimumHost, "edge", "ja");
        assertThat(Compatibility.mustUpdate(hello, host).orElse(null)).isEqualTo(update);
    }
}
