package jp.inkan.manifests;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.networknt.schema.JsonSchema;
import java.util.List;
import java.util.TreeSet;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

@DisplayName("The message contract")
class MessageContractTest {
    private static final String FILE = "messages/messages.schema.json";
    private static final JsonSchema SCHEMA = Files.schema(FILE);

    static List<String> examples() {
        return Files.in("messages/examples");
    }

    @ParameterizedTest
    @MethodSource("examples")
    @DisplayName("allows each example")
    void allows(String file) {
        assertThat(SCHEMA.validate(Files.json(file))).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("examples")
    @DisplayName("allows no property of its own on any message")
    void allowsNoMore(String file) {
        ObjectNode message = (ObjectNode) Files.json(file);
        message.put("more", 1);
        assertThat(SCHEMA.validate(message)).isNotEmpty();
    }

    @Test
    @DisplayName("has an example of every message")
    void hasExamples() {
        var inExamples = new TreeSet<String>();
        examples().forEach(file -> inExamples.add(Files.json(file).path("type").asText()));
        var inSchema = new TreeSet<String>();
        for (JsonNode definition : Files.json(FILE).path("$defs")) {
            String type = definition.path("properties").path("type").path("const").asText();
            if (!type.isEmpty()) {
                inSchema.add(type);
            }
        }
        assertThat(inExamples).isEqualTo(inSchema).hasSize(21);
    }

    @Test
    @DisplayName("says of every reason which code it has")
    void reasonsHaveCodes() {
        JsonNode definitions = Files.json(FILE).path("$defs");
        List<String> codes = StreamSupport.stream(definitions.path("code").path("enum").spliterator(), false)
                .map(JsonNode::asText).toList();
        for (JsonNode reason : definitions.path("reason").path("oneOf")) {
            assertThat(codes).contains(reason.path("description").asText().split(":")[0]);
        }
    }
}
