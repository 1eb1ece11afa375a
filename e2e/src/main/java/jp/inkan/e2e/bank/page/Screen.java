package jp.inkan.e2e.bank.page;

import java.nio.charset.StandardCharsets;
import java.util.Optional;
import jp.inkan.e2e.bank.http.Reply;
import jp.inkan.e2e.bank.state.Institution;

/**
 * A page of the bank's.
 *
 * @param id    as printed in the corner, if the screen has one
 * @param title above the content and in the window's title
 */
record Screen(int status, Optional<String> id, String title, Html content) {
    /** Scripts and styles from the bank alone, none inline, and no frames of the bank's own. */
    private static final String POLICY = "default-src 'self'; frame-src 'none'";

    /** A screen of the manuals'. */
    static Screen numbered(String id, String title, Html content) {
        return new Screen(200, Optional.of(id), title, content);
    }

    /** A page without a number. */
    static Screen plain(int status, String title, Html content) {
        return new Screen(status, Optional.empty(), title, content);
    }

    Screen withStatus(int other) {
        return new Screen(other, id, title, content);
    }

    Reply.Response reply(Institution bank) {
        return Reply.of(status, "text/html; charset=utf-8", document(bank).markup().getBytes(StandardCharsets.UTF_8))
                .with("Content-Security-Policy", POLICY)
                .with("X-Content-Type-Options", "nosniff")
                .with("X-Frame-Options", "DENY")
                .with("Referrer-Policy", "no-referrer")
                .with("Cache-Control", "no-store");
    }

    private Html document(Institution bank) {
        return Html.of("""
                <!DOCTYPE html>
                <html lang="ja">
                <head>
                <meta charset="utf-8">
                <meta name="viewport" content="width=device-width">
                <title>%s|%s</title>
                <link rel="stylesheet" href="/style.css">
                <link rel="icon" href="/icon.svg" type="image/svg+xml">
                </head>
                <body>
                <header>
                <p class="bank"><img src="/icon.svg" alt="" width="32" height="32">%s</p>
                <p class="practice">練習用です。本物の金融機関、口座、お金とはつながっていません。</p>
                </header>
                <main>
                <div class="heading">
                <h1>%s</h1>
                %s
                <a class="help" href="/help">ヘルプ</a>
                </div>
                %s
                </main>
                <footer>Inkan の練習と試験のための銀行</footer>
                </body>
                </html>
                """, title, bank.name(), bank.name(), title, printedId(), content);
    }

    private Html printedId() {
        return id.map(text -> Html.of("<span id=\"screen-id\">%s</span>", text)).orElse(Html.NONE);
    }
}
