package jp.inkan.host.text;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("Text from elsewhere")
class PlainTextTest {
    @Test
    @DisplayName("keeps its characters, those outside the basic plane too")
    void keeps() {
        assertThat(PlainText.of("出身は？ é\uD83D\uDE00 (9999)")).isEqualTo("出身は？ é\uD83D\uDE00 (9999)");
    }

    @Test
    @DisplayName("loses what steers a terminal or the text around it, line breaks of every kind among it")
    void steering() {
        assertThat(PlainText.of("a\u0000\u001b\u007f\u0085\n\u200b\u202e\u2066\u2028\u2029\uFEFFb")).isEqualTo("ab");
    }

    @Test
    @DisplayName("loses half a character, which no message to the browser could hold")
    void halves() {
        assertThat(PlainText.of("a\uD800b\uDC00")).isEqualTo("ab");
    }
}
