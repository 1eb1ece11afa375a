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
    static Form read(Ask ask) {
        if (!ask.hasType("application/x-www-form-urlencoded")) {
            throw new IllegalArgumentException("Not a form");
        }
        Map<String, String> fields = new HashMap<>();
        for (String pair : text(ask).split("&")) {
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

    private static String text(Ask ask) {
        try {
            return ask.text();
        } catch (CharacterCodingException e) {
            throw new IllegalArgumentException("Not UTF-8", e);
        }
    }

    /** Without what was typed. */
    @Override
    public String toString() {
        return "Form" + fields.keySet();
    }

    private static String decoded(String text) {
        return URLDecoder.decode(text, StandardCharsets.UTF_8);
    }
}
