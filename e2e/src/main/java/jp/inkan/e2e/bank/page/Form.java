package jp.inkan.e2e.bank.page;

import java.net.URLDecoder;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import jp.inkan.e2e.bank.http.Ask;

/** A form as a browser posts it: {@code application/x-www-form-urlencoded}, UTF-8, each field once. */
record Form(Map<String, String> fields) {
    /** @throws IllegalArgumentException if the body is something else */
    static Form read(Ask ask) throws CharacterCodingException {
        if (!ask.hasType("application/x-www-form-urlencoded")) {
            throw new IllegalArgumentException("Not a form");
        }
        Map<String, String> fields = new HashMap<>();
        for (String pair : ask.text().split("&")) {
            String[] parts = pair.split("=", 2);
            if (parts.length != 2 || fields.put(decoded(parts[0]), decoded(parts[1])) != null) {
                throw new IllegalArgumentException("Not a form, or a field twice");
            }
        }
        return new Form(fields);
    }

    /** @throws IllegalArgumentException if there is no such field */
    String field(String name) {
        String value = fields.get(name);
        if (value == null) {
            throw new IllegalArgumentException("No field " + name);
        }
        return value;
    }

    private static String decoded(String text) {
        return URLDecoder.decode(text, StandardCharsets.UTF_8);
    }
}
