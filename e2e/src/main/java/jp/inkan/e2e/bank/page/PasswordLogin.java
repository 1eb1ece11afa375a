package jp.inkan.e2e.bank.page;

import java.nio.charset.CharacterCodingException;
import jp.inkan.e2e.bank.http.Ask;
import jp.inkan.e2e.bank.signin.SignIn;
import jp.inkan.e2e.bank.state.User;

/** {@code POST /login}: a login id and a password from BLGI001. The practice bank has nothing to keep a session for. */
final class PasswordLogin {
    private final SignIn signIn;
    private final LoginScreen screen;

    PasswordLogin(SignIn signIn, LoginScreen screen) {
        this.signIn = signIn;
        this.screen = screen;
    }

    Screen screen(Ask ask) {
        try {
            Form form = Form.read(ask);
            String loginId = form.field("loginId");
            return switch (signIn.with(loginId, form.field("password"))) {
                case SignIn.Accepted accepted -> top(accepted.user());
                case SignIn.Wrong wrong -> screen.refused(loginId,
                        "ログインIDかパスワードがちがいます。あと%d回まで入力できます。".formatted(wrong.triesLeft()))
                        .withStatus(401);
                case SignIn.Locked locked -> screen.refused(loginId,
                        "まちがいが続いたため、このログインIDは使えません。練習用の銀行を起動し直すと、また使えます。")
                        .withStatus(403);
            };
        } catch (CharacterCodingException | IllegalArgumentException e) {
            return screen.refused("", "入力を読み取れませんでした。もう一度入力してください。").withStatus(400);
        }
    }

    private static Screen top(User user) {
        return Screen.plain(200, "トップページ", Html.of("""
                <section class="welcome">
                <h2>ようこそ</h2>
                <p>ログインIDとパスワードでログインしました。</p>
                <dl>
                <dt>お名前</dt><dd id="display-name">%s</dd>
                <dt>ログインID</dt><dd id="logged-in-as">%s</dd>
                </dl>
                <p><a class="button" href="/login">ログアウト</a></p>
                </section>
                """, user.displayName(), user.loginId()));
    }
}
