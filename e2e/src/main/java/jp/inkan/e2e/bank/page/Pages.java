package jp.inkan.e2e.bank.page;

import jp.inkan.e2e.bank.http.Ask;
import jp.inkan.e2e.bank.http.Refusals;
import jp.inkan.e2e.bank.http.Reply;
import jp.inkan.e2e.bank.http.Site;
import jp.inkan.e2e.bank.signin.SignIn;
import jp.inkan.e2e.bank.state.BankClock;
import jp.inkan.e2e.bank.state.Institution;
import jp.inkan.e2e.bank.state.Register;
import jp.inkan.e2e.bank.visit.Visits;

/** Where the bank's pages are, and what is shown where there is none. */
public final class Pages implements Refusals {
    private final Institution bank;

    public Pages(Institution bank) {
        this.bank = bank;
    }

    /** The pages of the bank's first host. */
    public void on(Site site, SignIn signIn, Visits visits, Register register, BankClock clock) {
        LoginScreen login = new LoginScreen(bank);
        PasswordLogin passwordLogin = new PasswordLogin(bank, signIn, visits, login);
        Renewal renewal = new Renewal(register, clock);
        Gate gate = new Gate(bank, visits, register);
        common(site, register);
        site.get("/login", ask -> login.empty().reply(bank));
        site.post("/login", passwordLogin::reply);
        site.get("/certificate", ask -> CertificateScreen.screen().reply(bank));
        site.get("/certificate/app", ask -> Notes.app().reply(bank));
        site.get("/certificate/download", ask -> Notes.download().reply(bank));
        site.get("/certificate/login-id", ask -> Notes.loginId().reply(bank));
        new VisitPages(bank, gate, visits, new TopScreen(renewal)).on(site);
        new RenewalPages(bank, gate, renewal).on(site);
        new ManagementPages(bank, gate, register, clock).on(site);
        new RevocationPages(bank, gate, register, clock).on(site);
        new TokenPages(bank, register, clock).on(site);
        new ClockPages(bank, clock).on(site);
    }

    /** The pages of the host that asks for certificates. */
    public void onCertificateHost(Site site, Visits visits, Register register, BankClock clock) {
        CertificateLogin login = new CertificateLogin(bank, visits, register, new Renewal(register, clock));
        common(site, register);
        site.get("/login", login::reply);
    }

    @Override
    public Reply notFound(Ask ask) {
        return refusal(404, "ページが見つかりません", "アドレスをお確かめください。");
    }

    @Override
    public Reply methodNotAllowed(Ask ask, String allowed) {
        return refusal(405, "この操作はできません", "ログインの画面からやり直してください。").with("Allow", allowed);
    }

    @Override
    public Reply tooLarge(Ask ask) {
        return refusal(413, "送られた内容が大きすぎます", "ログインの画面からやり直してください。");
    }

    @Override
    public Reply failed(Ask ask) {
        return refusal(500, "銀行側で問題が起きました", "しばらくたってから、もう一度お試しください。");
    }

    private void common(Site site, Register register) {
        HelpScreen help = new HelpScreen(bank, register);
        Assets.on(site);
        site.get("/", ask -> Redirect.to("/login"));
        site.get("/help", ask -> help.screen().reply(bank));
    }

    private Reply.Response refusal(int status, String title, String advice) {
        return Screen.plain(status, title, Html.of("""
                <section>
                <p class="refusal">%s</p>
                <p><a class="button" href="https://%s/login">ログインへ戻る</a></p>
                </section>
                """, advice, bank.pageHost())).reply(bank);
    }
}
