package jp.inkan.host.messaging;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.nio.charset.StandardCharsets;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import jp.inkan.host.failure.Reason;
import jp.inkan.host.fuzz.Allocated;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayName("Messages that can't be read")
class MessageCodecTest {
    private static MessageCodec.Refused refused(byte[] json) {
        return catchThrowableOfType(MessageCodec.Refused.class, () -> MessageCodec.read(json));
    }

    private static MessageCodec.Refused refused(String json) {
        return refused(json.getBytes(StandardCharsets.UTF_8));
    }

    @ParameterizedTest
    @ValueSource(strings = {
        "", "null", "[]", "[1]", "[\"list\",{}]", "1", "\"hello\"", "{", "{}", "{} {}", "[[[[[[[[[[[[[[1]]]]]]]]]]]]]]",
        "{\"type\":\"cancel\",\"id\":\"a\",\"flow\":\"b\"} x",
        "{\"type\":\"cancel\",\"type\":\"cancel\",\"id\":\"a\",\"flow\":\"b\"}",
        "{\"type\":\"cancel\",\"id\":\"a\",\"id\":\"c\",\"flow\":\"b\"}",
        "{\"type\":\"hello\",\"id\":\"a\",\"protocol\":1.5,\"version\":\"0.1.0\",\"minimumHost\":\"0.1.0\",\"browser\":\"edge\",\"language\":\"ja\"}",
        "{\"type\":\"answer\",\"id\":\"a\",\"flow\":\"b\",\"prompt\":\"p\",\"fields\":{}}",
        "{\"type\":\"answer\",\"id\":\"a\",\"flow\":\"b\",\"prompt\":\"p\",\"fields\":{\"Big\":\"x\"}}",
        "{\"type\":\"answer\",\"id\":\"a\",\"flow\":\"b\",\"prompt\":\"p\",\"fields\":{\"x\":1}}",
        "{\"type\":\"answer\",\"id\":\"a\",\"flow\":\"b\",\"prompt\":\"p\",\"fields\":{\"x\":null}}",
        "{\"type\":\"answer\",\"id\":\"a\",\"flow\":\"b\",\"prompt\":\"p\",\"fields\":{\"x\":\"\\ud83d\"}}",
        "{\"type\":\"answer\",\"id\":\"a\",\"flow\":\"b\",\"prompt\":\"p\",\"fields\":{\"x\":\"1\",\"x\":\"2\"}}",
        "{\"type\":\"hello\",\"id\":\"a\",\"protocol\":1e999,\"version\":\"0.1.0\",\"minimumHost\":\"0.1.0\",\"browser\":\"edge\",\"language\":\"ja\"}",
        "\uFEFF{\"type\":\"survey\",\"id\":\"a\"}", "{\"type\":\"survey\",\"id\":\"a\"}\u0000", "{\"type\":\"survey\",\"id\":\"a\\u0000\"}",
        "{\"type\":\"survey\",\"id\":null}", "{\"type\":\"survey\",\"id\":7}", "{\"type\":\"survey\",\"id\":\"a\",\"more\":1}"
    })
    @DisplayName("are malformed")
    void malformed(String json) {
        assertThat(refused(json).reason()).isEqualTo(Reason.MESSAGE_MALFORMED);
    }

    @Test
    @DisplayName("for bytes that aren't UTF-8 are malformed")
    void notUtf8() {
        byte[] json = "{\"type\":\"cancel\",\"id\":\"a\",\"flow\":\"?\"}".getBytes(StandardCharsets.ISO_8859_1);
        json[json.length - 3] = (byte) 0xFF;
        assertThat(refused(json).reason()).isEqualTo(Reason.MESSAGE_MALFORMED);
    }

    @Test
    @DisplayName("for bytes that are another encoding of Unicode, or another form of UTF-8's, are malformed")
    void otherEncodings() {
        String json = "{\"type\":\"survey\",\"id\":\"a\"}";
        assertThat(refused(json.getBytes(StandardCharsets.UTF_16LE)).reason()).isEqualTo(Reason.MESSAGE_MALFORMED);
        byte[] overlong = json.replace("\"a\"", "\"??\"").getBytes(StandardCharsets.UTF_8);
        overlong[overlong.length - 4] = (byte) 0xC1;
        overlong[overlong.length - 3] = (byte) 0xA1;
        assertThat(refused(overlong).reason()).isEqualTo(Reason.MESSAGE_MALFORMED);
    }

    static Stream<String> largest() {
        int half = Frames.LIMIT / 2;
        return Stream.of(
                "[".repeat(Frames.LIMIT), "{\"a\":".repeat(half / 3), "1".repeat(Frames.LIMIT), "\"" + "a".repeat(Frames.LIMIT - 2) + "\"",
                IntStream.range(0, half / 8).mapToObj(i -> "\"x" + i + "\":1").collect(Collectors.joining(",", "{", "}")),
                "{\"type\":\"survey\",\"id\":\"a\"}" + " ".repeat(half) + "x");
    }

    @ParameterizedTest(name = "[{index}]")
    @MethodSource("largest")
    @DisplayName("are refused in a few times the memory of their frame, whatever fills it")
    void boundedMemory(String json) throws Exception {
        byte[] frame = json.getBytes(StandardCharsets.UTF_8);
        assertThat(Allocated.by(() -> refused(frame).reason())).isLessThan(16L * Frames.LIMIT);
    }

    @Test
    @DisplayName("for an answer over its length are malformed")
    void longAnswer() {
        String json = "{\"type\":\"answer\",\"id\":\"a\",\"flow\":\"b\",\"prompt\":\"p\",\"fields\":{\"password\":\"%s\"}}";
        assertThat(refused(json.formatted("x".repeat(257))).reason()).isEqualTo(Reason.MESSAGE_MALFORMED);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', nullValues = "-", value = {
        "{\"type\":\"dance\",\"id\":\"m7\"}|TYPE_UNKNOWN|m7",
        "{\"id\":\"m7\",\"type\":\"dance\"}|TYPE_UNKNOWN|m7",
        "{\"type\":\"dance\"}|TYPE_UNKNOWN|-",
        "{\"type\":\"dance\",\"id\":\"<script>\"}|TYPE_UNKNOWN|-",
        "{\"x\":{\"id\":\"inner\"},\"id\":\"m8\",\"broken|MESSAGE_MALFORMED|m8",
        "{\"x\":{\"id\":\"inner\"}}|MESSAGE_MALFORMED|-"
    })
    @DisplayName("are answered with their own id where it can be read, and with no other")
    void id(String json, Reason reason, String id) {
        assertThat(refused(json).reason()).isEqualTo(reason);
        assertThat(refused(json).id()).isEqualTo(id);
    }

    @Test
    @DisplayName("leave nothing they hold in the exception")
    void quotesNothing() {
        Exception e = refused("{\"type\":\"answer\",\"id\":\"a\",\"flow\":\"b\",\"prompt\":\"p\",\"fields\":{\"password\":[\"s3cret\"]}}");
        assertThat(e).hasNoCause();
        assertThat(e.toString()).doesNotContain("s3cret");
    }
}
