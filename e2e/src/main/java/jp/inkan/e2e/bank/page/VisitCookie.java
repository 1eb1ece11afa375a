package jp.inkan.e2e.bank.page;

import java.util.Arrays;
import java.util.Optional;
import jp.inkan.e2e.bank.http.Ask;
import jp.inkan.e2e.bank.http.Reply;

/** The cookie that holds a visit's id (RFC 6265); browsers hold its name's prefix to mean this host alone. */
final class VisitCookie {
    private static final String NAME = "__Host-visit";
    private static final String ATTRIBUTES = "; Secure; HttpOnly; SameSite=Strict; Path=/";

    private VisitCookie() {
    }

    static Optional<String> read(Ask ask) {
        return Arrays.stream(ask.header("Cookie").orElse("").split("; *"))
                .filter(pair -> pair.startsWith(NAME + "="))
                .map(pair -> pair.substring(NAME.length() + 1))
                .findFirst();
    }

    static Reply.Response set(Reply.Response reply, String id) {
        return reply.with("Set-Cookie", NAME + "=" + id + ATTRIBUTES);
    }

    static Reply.Response clear(Reply.Response reply) {
        return reply.with("Set-Cookie", NAME + "=" + ATTRIBUTES + "; Max-Age=0");
    }
}
