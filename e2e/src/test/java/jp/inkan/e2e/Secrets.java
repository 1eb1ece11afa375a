package jp.inkan.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Collection;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Stream;

/** Secrets of a run, in every form in which somebody may have written them down. */
public final class Secrets {
    private record Form(String how, byte[] bytes) {}

    private final List<Form> forms = new ArrayList<>();

    public Secrets(Collection<String> secrets) {
        secrets.forEach(this::add);
    }

    private void add(String secret) {
        byte[] utf8 = secret.getBytes(StandardCharsets.UTF_8);
        forms.add(new Form("plain", utf8));
        forms.add(new Form("UTF-16LE", secret.getBytes(StandardCharsets.UTF_16LE)));
        forms.add(new Form("UTF-16BE", secret.getBytes(StandardCharsets.UTF_16BE)));
        text("hexadecimal", HexFormat.of().formatHex(utf8));
        text("HEXADECIMAL", HexFormat.of().withUpperCase().formatHex(utf8));
        text("form", URLEncoder.encode(secret, StandardCharsets.UTF_8));
        text("JSON", escaped(secret));
        text("backwards", new StringBuilder(secret).reverse().toString());
        for (int before = 0; before < 3; before++) {
            text("base64", base64(utf8, before));
        }
    }

    private void text(String how, String text) {
        forms.add(new Form(how, text.getBytes(StandardCharsets.UTF_8)));
    }

    private static String escaped(String secret) {
        var escaped = new StringBuilder();
        secret.chars().forEach(c -> escaped.append("\\u%04x".formatted(c)));
        return escaped.toString();
    }

    /** As it looks inside a longer text: without the characters that it shares with its neighbours. */
    private static String base64(byte[] utf8, int before) {
        byte[] shifted = new byte[before + utf8.length];
        System.arraycopy(utf8, 0, shifted, before, utf8.length);
        String whole = Base64.getEncoder().withoutPadding().encodeToString(shifted);
        int from = (before * 8 + 5) / 6;
        int to = shifted.length * 8 / 6;
        return whole.substring(from, to);
    }

    public void assertNotIn(byte[] bytes, String where) {
        // One byte for one character: what isn't text is searched just as well.
        String text = new String(bytes, StandardCharsets.ISO_8859_1);
        for (Form form : forms) {
            assertThat(text.contains(new String(form.bytes, StandardCharsets.ISO_8859_1)))
                    .as("a secret, " + form.how + ", in " + where)
                    .isFalse();
        }
    }

    /** In no file of that folder, in no file's name, however deep. */
    public void assertNotBelow(Path folder) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                assertNotIn(file.toString().getBytes(StandardCharsets.UTF_8), "a file's name");
                assertNotIn(Files.readAllBytes(file), file.toString());
            }
        }
    }
}
