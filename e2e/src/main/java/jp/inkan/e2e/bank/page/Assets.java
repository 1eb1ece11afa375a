package jp.inkan.e2e.bank.page;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import jp.inkan.e2e.bank.http.Endpoint;
import jp.inkan.e2e.bank.http.Reply;
import jp.inkan.e2e.bank.http.Site;

/** The files beside the pages. */
final class Assets {
    private Assets() {
    }

    static void on(Site site) {
        site.get("/style.css", file("style.css", "text/css; charset=utf-8"));
        site.get("/icon.svg", file("icon.svg", "image/svg+xml"));
    }

    private static Endpoint file(String name, String contentType) {
        try (InputStream stream = Assets.class.getResourceAsStream(name)) {
            Reply.Response reply = Reply.of(200, contentType, stream.readAllBytes())
                    .with("X-Content-Type-Options", "nosniff");
            return ask -> reply;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
