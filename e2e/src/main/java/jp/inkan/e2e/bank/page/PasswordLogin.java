package jp.inkan.e2e.bank.page;

import jp.inkan.e2e.bank.http.Ask;
import jp.inkan.e2e.bank.http.Reply;
import jp.inkan.e2e.bank.signin.SignIn;
import jp.inkan.e2e.bank.state.Institution;
import jp.inkan.e2e.bank.visit.Visit;
import jp.inkan.e2e.bank.visit.Visits;

/** {@code POST /login}: a login id and a password from BLGI001. */
final class PasswordLogin {
    private final Institution bank;
    private final SignIn signIn;
    private final Visits visits;
    private final LoginScreen screen;

    PasswordLogin(Institution bank, SignIn signIn, Visits visits, LoginScreen screen) {
        this.bank = bank;
        this.signIn = signIn;
        this.visits = visits;
        this.screen = screen;
    }

    Reply reply(Ask ask) {
        try {
            Form form = Form.read(ask);
            String loginId = form.field("loginId");
            return switch (signIn.with(loginId, form.field("password"))) {
                case SignIn.Accepted accepted ->
                    VisitCookie.set(Redirect.to("/top"), visits.begin(Visit.byPassword(accepted.user().loginId())));
                case SignIn.Wrong wrong -> refused(401, loginId,
                        "ログインIDかパスワードがちがいます。あと%d回まで入力できます。".formatted(wrong.triesLeft()));
                case SignIn.Locked locked -> refused(403, loginId,
                        "まちがいが続いたため、このログインIDは使えません。練習用の銀行を起動し直すと、また使えます。");
            };
        } catch (IllegalArgumentException e) {
            return refused(400, "", "入力を読み取れませんでした。もう一度入力してください。");
        }
    }

    private Reply refused(int status, String loginId, String reason) {
        return screen.refused(loginId, reason).withStatus(status).reply(bank);
    }
}
