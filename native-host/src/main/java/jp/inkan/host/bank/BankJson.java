package jp.inkan.host.bank;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.util.Objects;
import java.util.Optional;
import jp.inkan.host.json.StrictJson;

/** JSON as a bank answers it: members we don't know are let be, one of the wrong type is as good as none. */
final class BankJson {
    private static final JsonMapper JSON = StrictJson.mapper().build();

    private BankJson() {}

    /** @return nothing if it isn't JSON */
    static Optional<JsonNode> read(byte[] body) {
        return StrictJson.read(JSON, body, JsonNode.class);
    }

    /** @return the member's string; empty if there is none */
    static String text(JsonNode object, String member) {
        return Objects.requireNonNullElse(object.path(member).textValue(), "");
    }

    /** @return the member's number; 0 if there is none in the range of an int */
    static int number(JsonNode object, String member) {
        JsonNode number = object.path(member);
        return number.isInt() ? number.intValue() : 0;
    }
}
