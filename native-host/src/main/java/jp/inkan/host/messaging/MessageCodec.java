package jp.inkan.host.messaging;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.exc.InvalidTypeIdException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.util.Arrays;
import jp.inkan.host.failure.Reason;
import jp.inkan.host.json.StrictJson;

/** Messages to and from UTF-8 JSON, as strict as the schema. */
final class MessageCodec {
    /** A message that was refused. Its text quotes nothing of the message. */
    static final class Refused extends Exception {
        private static final long serialVersionUID = 1L;
        private final String id;
        private final Reason reason;

        Refused(String id, Reason reason) {
            super(reason.wireName());
            this.id = id;
            this.reason = reason;
        }

        /** The message's id, or null where it couldn't be read. */
        String id() {
            return id;
        }

        Reason reason() {
            return reason;
        }
    }

    private static final JsonMapper JSON = StrictJson.mapper()
            .enable(
                    DeserializationFeature.FAIL_ON_MISSING_CREATOR_PROPERTIES,
                    DeserializationFeature.FAIL_ON_NULL_CREATOR_PROPERTIES,
                    DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
            .build();

    private MessageCodec() {}

    static BrowserMessage read(byte[] json) throws Refused {
        char[] text;
        try {
            text = StrictJson.decode(json);
        } catch (CharacterCodingException e) {
            throw new Refused(null, Reason.MESSAGE_MALFORMED);
        }
        try {
            return read(text);
        } finally {
            Arrays.fill(text, '\0');
        }
    }

    private static BrowserMessage read(char[] json) throws Refused {
        try (JsonParser parser = JSON.createParser(json)) {
            BrowserMessage message = JSON.readValue(parser, BrowserMessage.class);
            if (message == null) {
                throw new Refused(null, Reason.MESSAGE_MALFORMED);
            }
            return message;
        } catch (InvalidTypeIdException e) {
            // An array's first element would be taken for a type.
            boolean named = e.getTypeId() != null && isObject(json);
            throw new Refused(idOf(json), named ? Reason.TYPE_UNKNOWN : Reason.MESSAGE_MALFORMED);
        } catch (IOException | IllegalArgumentException e) {
            throw new Refused(idOf(json), Reason.MESSAGE_MALFORMED);
        }
    }

    static byte[] write(HostMessage message) {
        try {
            return JSON.writerFor(HostMessage.class).writeValueAsBytes(message);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("A message of ours can't be written", e);
        }
    }

    private static boolean isObject(char[] json) {
        try (JsonParser parser = JSON.createParser(json)) {
            return parser.nextToken() == JsonToken.START_OBJECT;
        } catch (IOException e) {
            return false;
        }
    }

    /** The id of a message that can't be read otherwise; null if there is none of an id's form. */
    private static String idOf(char[] json) {
        try (JsonParser parser = JSON.createParser(json)) {
            if (parser.nextToken() != JsonToken.START_OBJECT) {
                return null;
            }
            while (parser.nextToken() == JsonToken.FIELD_NAME) {
                boolean found = parser.currentName().equals("id");
                JsonToken value = parser.nextToken();
                if (found) {
                    return value == JsonToken.VALUE_STRING && Form.ID.fits(parser.getText()) ? parser.getText() : null;
                }
                parser.skipChildren();
            }
        } catch (IOException e) {
            return null;
        }
        return null;
    }
}
