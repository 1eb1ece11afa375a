package jp.inkan.e2e.bank.page;

import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.InstantSource;
import java.util.function.Function;
import jp.inkan.e2e.bank.http.Ask;
import jp.inkan.e2e.bank.http.Endpoint;
import jp.inkan.e2e.bank.http.Reply;
import jp.inkan.e2e.bank.http.Site;
import jp.inkan.e2e.bank.state.Institution;
import jp.inkan.e2e.bank.state.Register;
import jp.inkan.e2e.bank.state.Step;
import jp.inkan.e2e.bank.state.User;
import jp.inkan.e2e.bank.token.Pictures;
import jp.inkan.e2e.bank.token.QrCode;
import jp.inkan.e2e.bank.token.Token;

/** Practice users' tokens, for people who have none in their hand. The list names those of whom a number is asked. */
final class TokenPages {
    private final Institution bank;
    private final Register register;
    private final InstantSource clock;

    TokenPages(Institution bank, Register register, InstantSource clock) {
        this.bank = bank;
        this.register = register;
        this.clock = clock;
    }

    void on(Site site) {
        site.get("/token", ask -> all().reply(bank));
        site.get("/token/*", ofUser(this::numbers));
        site.get("/token/*/qr", ofUser(user -> TokenScreens.camera(path(user), Html.NONE).reply(bank)));
        site.post("/token/*/qr", ask -> ofUser(user -> photographed(user, ask).reply(bank)).answer(ask));
    }

    private Screen all() {
        return TokenScreens.all(register.users().stream()
                .filter(user -> asks(user, Step.ONE_TIME_PASSWORD) || asks(user, Step.TRANSACTION))
                .map(user -> Html.of("<li>%s %s %s</li>", user.loginId(),
                        link(user, Step.ONE_TIME_PASSWORD, "", "ワンタイムパスワード"),
                        link(user, Step.TRANSACTION, "/qr", "トランザクション認証")))
                .toList());
    }

    private static boolean asks(User user, Step step) {
        return user.plan().steps().contains(step);
    }

    private static Html link(User user, Step step, String page, String text) {
        return asks(user, step) ? Html.of("<a href=\"%s%s\">%s</a>", path(user), page, text) : Html.NONE;
    }

    private Reply numbers(User user) {
        Token token = Token.of(user);
        var now = clock.instant();
        // Rounded up, so that whoever comes back then finds the next number.
        long seconds = token.untilNext(now).plusNanos(999_999_999).toSeconds();
        return TokenScreens.numbers(user, path(user), token.oneTimePassword(now),
                        token.oneTimePassword(now.plus(token.untilNext(now))), seconds)
                .reply(bank).with("Refresh", Long.toString(seconds));
    }

    private static Screen photographed(User user, Ask ask) {
        try {
            String code = Pictures.read(UploadedFile.read(ask, "picture"))
                    .flatMap(QrCode::read)
                    .orElseThrow(() -> new IllegalArgumentException("No QR code"));
            return TokenScreens.camera(path(user), Html.of("""
                    <p>この番号を入力してください。</p>
                    <p class="number" id="transaction-number">%s</p>
                    """, Token.of(user).transactionNumber(code)));
        } catch (IllegalArgumentException | IOException e) {
            return TokenScreens.camera(path(user), Html.of("""
                    <p class="refusal" id="reason" role="alert">画像から、この銀行のQRコードを読み取れませんでした。\
                    QRコード全体が写っているPNGかJPEGの画像を選んでください。</p>
                    """)).withStatus(400);
        }
    }

    private Endpoint ofUser(Function<User, Reply> screen) {
        return ask -> register.user(ask.segment(1)).map(screen).orElseGet(() -> Screen
                .plain(404, "ログインIDが見つかりません", Html.of("""
                        <section>
                        <p class="refusal">このログインIDは、練習用の銀行にありません。</p>
                        <p><a class="button" href="/token">一覧へ戻る</a></p>
                        </section>
                        """)).reply(bank));
    }

    /** Jetty refuses a segment with a percent sign or a slash of its own; no practice user's login id has one. */
    private static String path(User user) {
        return "/token/" + URLEncoder.encode(user.loginId(), StandardCharsets.UTF_8).replace("+", "%20");
    }
}
