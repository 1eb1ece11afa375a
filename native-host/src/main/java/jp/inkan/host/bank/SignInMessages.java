package jp.inkan.host.bank;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.databind.JsonNode;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;
import jp.inkan.host.json.ClearedBuffers;

/** The JSON of the sign-in conversation. */
final class SignInMessages {
    /** RFC 6750's b64token, and not so long that a header can't hold it. */
    private static final Pattern TOKEN = Pattern.compile("[A-Za-z0-9._~+/-]{16,512}={0,2}");

    private static final JsonFactory JSON = JsonFactory.builder().recyclerPool(new ClearedBuffers()).build();

    private SignInMessages() {}

    /** Writes the members of one JSON object. */
    private interface Members {
        void write(JsonGenerator json) throws IOException;
    }

    /** @return UTF-8 JSON with the password in it: the caller clears it */
    static byte[] toIssue(String loginId, char[] password) {
        return request("issue", "loginId", loginId, password);
    }

    /** @return UTF-8 JSON with the password in it: the caller clears it */
    static byte[] toRenew(String serialNumber, char[] password) {
        return request("renew", "serialNumber", serialNumber, password);
    }

    private static byte[] request(String purpose, String customer, String value, char[] password) {
        return object(json -> {
            json.writeStringField("purpose", purpose);
            json.writeStringField(customer, value);
            json.writeFieldName("password");
            json.writeString(password, 0, password.length);
        });
    }

    /** @param values one, but two for time synchronisation
     * @return UTF-8 JSON with secrets in it: the caller clears it */
    static byte[] answer(Step step, List<char[]> values) {
        return object(json -> {
            json.writeStringField("to", StepJson.nameOf(step));
            json.writeFieldName("value");
            if (values.size() > 1) {
                json.writeStartArray();
            }
            for (char[] value : values) {
                json.writeString(value, 0, value.length);
            }
            if (values.size() > 1) {
                json.writeEndArray();
            }
        });
    }

    private static byte[] object(Members members) {
        var out = new ClearableOutput();
        try (JsonGenerator json = JSON.createGenerator(out)) {
            json.writeStartObject();
            members.write(json);
            json.writeEndObject();
        } catch (IOException e) {
            throw new UncheckedIOException("Writing to memory failed", e);
        }
        return out.takeAndClear();
    }

    /** The answer to a sign-in. */
    static BankSession session(Answer answer) throws BankException {
        JsonNode body = json(answer);
        String token = BankJson.text(body, "token");
        if (!TOKEN.matcher(token).matches()) {
            throw new BankException.Protocol("The sign-in has no usable token");
        }
        return new BankSession(token, StepJson.read(body.path("next")));
    }

    /** The answer to an answer. */
    static Step next(Answer answer) throws BankException {
        return StepJson.read(json(answer).path("next"));
    }

    private static JsonNode json(Answer answer) throws BankException {
        if (!answer.mediaType().equals("application/json")) {
            throw new BankException.Protocol("The sign-in's answer isn't JSON");
        }
        return BankJson.read(answer.body()).orElseThrow(() -> new BankException.Protocol("The sign-in's answer isn't JSON"));
    }

    private static final class ClearableOutput extends ByteArrayOutputStream {
        ClearableOutput() {
            // Large enough never to grow: growing leaves a copy behind.
            super(4096);
        }

        byte[] takeAndClear() {
            byte[] taken = toByteArray();
            Arrays.fill(buf, (byte) 0);
            return taken;
        }
    }
}
