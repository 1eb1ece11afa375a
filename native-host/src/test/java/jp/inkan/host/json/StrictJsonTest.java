package jp.inkan.host.json;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.Optional;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayName("JSON from elsewhere")
class StrictJsonTest {
    private static final JsonMapper MAPPER = StrictJson.mapper().build();

    record Pair(int number, String text) {}

    private static <T> Optional<T> read(String json, Class<T> type) {
        return StrictJson.read(MAPPER, json.getBytes(StandardCharsets.UTF_8), type);
    }

    private static Optional<JsonNode> tree(String json) {
        return read(json, JsonNode.class);
    }

    @Test
    @DisplayName("is read, with characters of every length and space around it")
    void good() {
        assertThat(read(" {\"number\":7,\"text\":\"é印\uD83D\uDE00\"}\n", Pair.class)).hasValue(new Pair(7, "é印\uD83D\uDE00"));
    }

    @ParameterizedTest
    @ValueSource(strings = {
        "", " ", "{", "{}x", "{} {}", "{}\u0000", "\u0000{}", "\uFEFF{}", "{\"a\":1,}", "{'a':1}", "{a:1}", "[1,]", "NaN", "01", "+1", "/**/1",
        "{\"a\":1,\"a\":1}", "{\"a\":{\"b\":1,\"b\":2}}", "\"\t\"", "\"\\x\"", "1e9999999999999999999999999999999999999999"
    })
    @DisplayName("that isn't one value to the letter is none")
    void malformed(String json) {
        assertThat(tree(json)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"UTF-16", "UTF-16LE", "UTF-16BE", "UTF-32", "ISO-8859-1"})
    @DisplayName("in another encoding than UTF-8 is none")
    void encodings(String name) {
        assertThat(StrictJson.read(MAPPER, "{\"é\":1}".getBytes(Charset.forName(name)), JsonNode.class)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"c1a1", "e08181", "eda080", "f4908080", "ff", "e5", "80"})
    @DisplayName("with bytes in a string that aren't UTF-8 is none: overlong, half a character, past the last one, cut off")
    void notUtf8(String bytes) {
        assertThat(StrictJson.read(MAPPER, HexFormat.of().parseHex("22" + bytes + "22"), JsonNode.class)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {
        "{\"number\":\"7\",\"text\":\"a\"}", "{\"number\":7.0,\"text\":\"a\"}", "{\"number\":7,\"text\":7}", "{\"number\":true,\"text\":\"a\"}",
        "{\"number\":7,\"text\":[\"a\"]}", "{\"number\":9999999999,\"text\":\"a\"}", "{\"number\":7,\"text\":\"a\",\"more\":1}", "[7,\"a\"]", "null"
    })
    @DisplayName("of another form than the one that is wanted is none")
    void otherForm(String json) {
        assertThat(read(json, Pair.class)).isEmpty();
    }

    @Test
    @DisplayName("over its bounds is none: depth, parts, length of a name, a string, a number")
    void bounds() {
        assertThat(tree("[".repeat(8) + "]".repeat(8))).isPresent();
        assertThat(tree("[".repeat(9) + "]".repeat(9))).isEmpty();
        assertThat(tree("[" + "1,".repeat(1000) + "1]")).isPresent();
        assertThat(tree("[" + "1,".repeat(1100) + "1]")).isEmpty();
        assertThat(tree("{\"" + "a".repeat(257) + "\":1}")).isEmpty();
        assertThat(tree("\"" + "a".repeat(16 * 1024 + 1) + "\"")).isEmpty();
        assertThat(tree("1".repeat(33))).isEmpty();
    }
}
