package jp.inkan.host.proxy;

import static jp.inkan.host.fuzz.Property.holds;

import java.nio.charset.StandardCharsets;
import java.util.Optional;
import okhttp3.Headers;
import okhttp3.Protocol;
import okhttp3.Request;
import okhttp3.Response;

/** Whatever a proxy asks with, a Proxy-Authenticate a line, is answered in one line that names no password, or not at all. */
public final class ChallengeFuzz {
    private static final String TARGET = "www.cc9999.bizsol.anser.ne.jp:443";

    private ChallengeFuzz() {}

    public static void fuzzerTestOneInput(byte[] input) {
        var text = new String(input, StandardCharsets.UTF_8);
        var headers = new Headers.Builder();
        // As OkHttp's reader takes them: any line.
        text.lines().forEach(line -> headers.addUnsafeNonAscii("Proxy-Authenticate", line));
        var response = new Response.Builder()
                .request(new Request.Builder().url("https://" + TARGET + "/").build())
                .protocol(Protocol.HTTP_1_1).code(407).message("").headers(headers.build()).build();
        Optional<Scheme> best = Scheme.best(response.challenges());
        try (var login = new Login("利用者\"1".toCharArray(), "s3cret-Ω".toCharArray())) {
            best.map(scheme -> scheme.answer(TARGET, login)).ifPresent(answer -> {
                holds(answer.startsWith("Digest username=\"") || answer.matches("Basic [A-Za-z0-9+/]+=*"), "a scheme is one of ours");
                holds(answer.chars().noneMatch(Character::isISOControl), "an answer is one line");
                holds(says(text, "s3cret") || !answer.contains("s3cret"), "an answer names no password");
            });
        }
    }

    /** With or without backslashes in it, which an answer takes out of what was quoted. */
    private static boolean says(String text, String word) {
        return text.replace("\\", "").contains(word);
    }
}
