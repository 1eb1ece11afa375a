package jp.inkan.host.messaging;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SpecVersion;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import jp.inkan.host.failure.Code;
import jp.inkan.host.failure.Reason;
import jp.inkan.host.flow.Stage;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

@DisplayName("The host keeps the message contract")
class ContractTest {
    private static final Path MESSAGES = Path.of("../manifests/messages");
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final JsonNode SCHEMA_FILE = json(MESSAGES.resolve("messages.schema.json"));
    private static final JsonSchema SCHEMA =
            JsonSchemaFactory.getInstance(SpecVersion.VersionFlag.V202012).getSchema(SCHEMA_FILE);

    private static JsonNode json(Path file) {
        try {
            return JSON.readTree(file.toFile());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Stream<Path> examples(boolean fromBrowser) throws IOException {
        List<String> types = StreamSupport.stream(
                        SCHEMA_FILE.at("/$defs/fromBrowser/oneOf").spliterator(), false)
                .map(reference -> reference.path("$ref").asText().replace("#/$defs/", ""))
                .toList();
        try (Stream<Path> files = Files.list(MESSAGES.resolve("examples"))) {
            return files.filter(file -> types.contains(json(file).path("type").asText()) == fromBrowser).toList().stream();
        }
    }

    static Stream<Path> browserExamples() throws IOException {
        return examples(true);
    }

    static Stream<Path> hostExamples() throws IOException {
        return examples(false);
    }

    @ParameterizedTest
    @MethodSource("browserExamples")
    @DisplayName("it reads every message of the browser")
    void reads(Path file) throws Exception {
        BrowserMessage message = MessageCodec.read(Files.readAllBytes(file));
        assertThat(message.id()).isEqualTo(json(file).path("id").asText());
        assertThat(message.getClass().getSimpleName()).isEqualToIgnoringCase(json(file).path("type").asText());
    }

    @ParameterizedTest
    @MethodSource("browserExamples")
    @DisplayName("it refuses each of them with a property missing, null, of another kind or too many")
    void refusesWrongForms(Path file) throws Exception {
        ObjectNode message = (ObjectNode) json(file);
        var broken = new ArrayList<ObjectNode>();
        for (Map.Entry<String, JsonNode> property : message.properties()) {
            ObjectNode missing = message.deepCopy();
            missing.remove(property.getKey());
            broken.add(missing);
            broken.add(message.deepCopy().putNull(property.getKey()));
            broken.add(message.deepCopy().set(property.getKey(), JSON.createArrayNode().add(1)));
            broken.add(message.deepCopy().put(property.getKey(), property.getValue().isNumber() ? "1" : "\u0000"));
        }
        broken.add(message.deepCopy().put("more", 1));
        for (ObjectNode each : broken) {
            assertThat(SCHEMA.validate(each)).as("the schema refuses %s", each).isNotEmpty();
            assertThatThrownBy(() -> MessageCodec.read(JSON.writeValueAsBytes(each)))
                    .as("the host refuses %s", each)
                    .isInstanceOf(MessageCodec.Refused.class);
        }
    }

    @ParameterizedTest
    @MethodSource("hostExamples")
    @DisplayName("it writes every message of the host just as the example is")
    void writes(Path file) throws Exception {
        HostMessage message = JSON.readValue(file.toFile(), HostMessage.class);
        JsonNode written = JSON.readTree(MessageCodec.write(message));
        assertThat(SCHEMA.validate(written)).isEmpty();
        assertThat(written).isEqualTo(json(file));
    }

    @Test
    @DisplayName("its reasons, codes and stages are the schema's, each reason with the code written there")
    void sameWords() {
        Map<String, String> reasons = Stream.of(Reason.values())
                .collect(Collectors.toMap(Reason::wireName, reason -> reason.code().name()));
        Map<String, String> inSchema = StreamSupport.stream(SCHEMA_FILE.at("/$defs/reason/oneOf").spliterator(), false)
                .collect(Collectors.toMap(
                        reason -> reason.path("const").asText(), reason -> reason.path("description").asText().substring(0, 5)));
        assertThat(reasons).isEqualTo(inSchema);
        assertThat(texts("/$defs/code/enum")).isEqualTo(Stream.of(Code.values()).map(Code::name).toList());
        assertThat(texts("/$defs/progress/properties/stage/enum"))
                .isEqualTo(Stream.of(Stage.values()).map(stage -> HostMessage.Progress.of("f", stage).stage()).toList());
    }

    private static List<String> texts(String pointer) {
        return StreamSupport.stream(SCHEMA_FILE.at(pointer).spliterator(), false).map(JsonNode::asText).toList();
    }
}
