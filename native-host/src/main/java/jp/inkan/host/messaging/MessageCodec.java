package jp.inkan.host.messaging;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.core.util.JsonRecyclerPools;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.MapperFeature;
import com.fasterxml.jackson.databind.exc.InvalidTypeIdException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import jp.inkan.host.failure.Reason;

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

    // No recycling: a buffer that held a password must not be handed to the next message.
    private static final JsonMapper JSON = JsonMapper.builder(JsonFactory.builder()
                    .recyclerPool(JsonRecyclerPools.nonRecyclingPool())
                    .streamReadConstraints(StreamReadConstraints.builder().maxNestingDepth(8).build())
                    .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                    .build())
            .enable(
                    DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES,
                    DeserializationFeature.FAIL_ON_TRAILING_TOKENS,
                    DeserializationFeature.FAIL_ON_MISSING_CREATOR_PROPERTIES,
                    DeserializationFeature.FAIL_ON_NULL_CREATOR_PROPERTIES,
                    DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
            .disable(DeserializationFeature.ACCEPT_FLOAT_AS_INT)
            .disable(MapperFeature.ALLOW_COERCION_OF_SCALARS)
            .build();

    private MessageCodec() {}

    static BrowserMessage read(byte[] json) throws Refused {
        try {
            BrowserMessage message = JSON.readValue(json, BrowserMessage.class);
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

    private static boolean isObject(byte[] json) {
        try (JsonParser parser = JSON.createParser(json)) {
            return parser.nextToken() == JsonToken.START_OBJECT;
        } catch (IOException e) {
            return false;
        }
    }

    /** The id of a message that can't be read otherwise; null if there is none of an id's form. */
    private static String idOf(byte[] json) {
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
