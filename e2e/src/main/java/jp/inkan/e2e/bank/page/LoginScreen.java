package jp.inkan.e2e.bank.page;

import jp.inkan.e2e.bank.state.Institution;

/** BLGI001: the ways into the bank. */
final class LoginScreen {
    private final Institution bank;

    LoginScreen(Institution bank) {
        this.bank = bank;
    }

    /** As it first comes. */
    Screen empty() {
        return with("", Html.NONE);
    }

    /** Once more, with what was typed as login id and the reason why it didn't work. */
    Screen refused(String loginId, String reason) {
        return with(loginId, Html.of("<p class=\"refusal\" id=\"reason\" role=\"alert\">%s</p>", reason));
    }

    private Screen with(String loginId, Html refusal) {
        return Screen.numbered("BLGI001", "ログイン", Html.of("""
                <div class="ways">
                <section>
                <h2>電子証明書方式</h2>
                <p>電子証明書がこのパソコンに入っている方はこちらから。IDとパスワードの入力はいりません。</p>
                <p><a class="button main" id="certificate-login" href="https://%s/login">ログイン</a></p>
                <hr>
                <p>電子証明書をお持ちでない方と、期限が切れた方は、先に発行の手続きへお進みください。</p>
                <p><a class="button" id="certificate-issue" href="/certificate">電子証明書発行</a></p>
                </section>
                <section>
                <h2>ID・パスワード方式</h2>
                %s
                <form method="post" action="/login" autocomplete="off">
                <label for="login-id">ログインID</label>
                <input id="login-id" name="loginId" value="%s" required maxlength="64" autocapitalize="off"
                       spellcheck="false">
                <label for="password">ログインパスワード</label>
                <input id="password" name="password" type="password" required maxlength="64">
                <p><button class="button main" id="password-login">ログイン</button></p>
                </form>
                </section>
                </div>
                """, bank.certificateHost(), refusal, loginId));
    }
}
