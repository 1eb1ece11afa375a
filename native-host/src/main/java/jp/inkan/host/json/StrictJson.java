package jp.inkan.host.json;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.MapperFeature;
import com.fasterxml.jackson.databind.cfg.CoercionAction;
import com.fasterxml.jackson.databind.cfg.CoercionInputShape;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.type.LogicalType;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Optional;

/** JSON from elsewhere, read to the letter of RFC 8259: one value of bounded depth and parts, in UTF-8, no name twice. */
public final class StrictJson {
    /** Far over what any message of ours holds. */
    private static final StreamReadConstraints LIMITS = StreamReadConstraints.builder()
            .maxNestingDepth(8)
            .maxTokenCount(1024)
            .maxNameLength(256)
            .maxNumberLength(32)
            .maxStringLength(16 * 1024)
            .build();

    private StrictJson() {}

    /** A mapper that takes nothing for something else: no number for a string, no fraction for a number. */
    public static JsonMapper.Builder mapper() {
        return JsonMapper.builder(JsonFactory.builder()
                        // Neither buffers nor names are kept: what held a password must not be handed to the next message.
                        .recyclerPool(new ClearedBuffers())
                        .disable(JsonFactory.Feature.CANONICALIZE_FIELD_NAMES)
                        .streamReadConstraints(LIMITS)
                        .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                        .build())
                .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES, DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
                .disable(DeserializationFeature.ACCEPT_FLOAT_AS_INT)
                .disable(MapperFeature.ALLOW_COERCION_OF_SCALARS)
                .withCoercionConfig(LogicalType.Textual, strings -> strings
                        .setCoercion(CoercionInputShape.Integer, CoercionAction.Fail)
                        .setCoercion(CoercionInputShape.Float, CoercionAction.Fail)
                        .setCoercion(CoercionInputShape.Boolean, CoercionAction.Fail));
    }

    /** @return nothing if it isn't JSON of the type's form; why, only an exception could tell, which would quote it */
    public static <T> Optional<T> read(JsonMapper mapper, byte[] json, Class<T> type) {
        char[] text;
        try {
            text = decode(json);
        } catch (CharacterCodingException e) {
            return Optional.empty();
        }
        try (JsonParser parser = mapper.createParser(text)) {
            return Optional.ofNullable(mapper.readValue(parser, type));
        } catch (IOException e) {
            return Optional.empty();
        } finally {
            Arrays.fill(text, '\0');
        }
    }

    /**
     * Jackson would guess between UTF-8, 16 and 32, skip a byte order mark, and take overlong forms and surrogates.
     *
     * @return the characters, the caller's to clear
     * @throws CharacterCodingException if the bytes aren't UTF-8 (RFC 3629)
     */
    public static char[] decode(byte[] utf8) throws CharacterCodingException {
        CharBuffer decoded = StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(utf8));
        char[] text = Arrays.copyOf(decoded.array(), decoded.length());
        Arrays.fill(decoded.array(), '\0');
        return text;
    }
}
