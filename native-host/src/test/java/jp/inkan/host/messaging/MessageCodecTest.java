package jp.inkan.host.messaging;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.nio.charset.StandardCharsets;
import jp.inkan.host.failure.Reason;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
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
        "{\"type\":\"answer\",\"id\":\"a\",\"flow\":\"b\",\"prompt\":\"p\",\"fields\":{\"x\":1}}"
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
