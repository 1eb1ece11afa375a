package jp.inkan.e2e.bank.page;

import java.util.Optional;
import jp.inkan.e2e.bank.state.CertificateState;
import jp.inkan.e2e.bank.state.IssuedCertificate;

/** The top page: who has logged in, how it stands with the certificate, and the ways on. */
final class TopScreen {
    private final Renewal renewal;

    TopScreen(Renewal renewal) {
        this.renewal = renewal;
    }

    Screen screen(Member member) {
        Optional<IssuedCertificate> certificate = renewal.certificate(member);
        return Screen.plain(200, "トップページ", Html.of("""
                <section class="welcome">
                <h2>ようこそ</h2>
                <p>%sでログインしました。</p>
                <dl>
                <dt>お名前</dt><dd id="display-name">%s</dd>
                <dt>ログインID</dt><dd id="logged-in-as">%s</dd>
                <dt>証明書状態</dt><dd id="certificate-state">%s</dd>
                %s
                </dl>
                </section>
                %s
                <section>
                <h2>メニュー</h2>
                <div class="row">
                %s
                %s
                <button class="button" id="log-out">ログアウト</button>
                </form>
                </div>
                </section>
                """,
                member.visit().certificate().isPresent() ? "電子証明書" : "ログインIDとパスワード",
                member.user().displayName(), member.user().loginId(),
                CertificateFacts.word(certificate.map(each -> each.stateAt(renewal.now())).orElse(CertificateState.NONE)),
                certificate.map(CertificateFacts::items).orElse(Html.NONE),
                certificate.filter(renewal::due).map(this::due).orElse(Html.NONE),
                Html.when(member.user().master(), TopScreen::management),
                member.form("/logout")));
    }

    private Html due(IssuedCertificate certificate) {
        return Html.of("""
                <section>
                <h2>電子証明書の更新</h2>
                %s
                <div class="row">
                %s
                <form action="/renewal/browser"><button class="button" id="browser-renewal">電子証明書更新</button></form>
                </div>
                </section>
                """,
                renewal.possible(certificate) ? notice(certificate) : Html.of("<p>この電子証明書は失効しています。</p>"),
                Html.when(renewal.possible(certificate), TopScreen::startApp));
    }

    private Html notice(IssuedCertificate certificate) {
        return notice(certificate, Moments.days(renewal.now(), certificate.validUntil()));
    }

    /** @param days until it expires, by the calendar */
    static Html notice(IssuedCertificate certificate, long days) {
        return Html.of("""
                <p id="renewal-notice">電子証明書の期限が近づいています。%s(%s)を過ぎると更新できません。\
                その前に更新してください。</p>
                """, Moments.shown(certificate.validUntil()), days == 0 ? "今日" : "あと" + days + "日");
    }

    /** The button that starts the bank's own program. */
    static Html startApp() {
        return Html.of("""
                <form action="/certificate/app">\
                <button class="button main" id="start-app">証明書発行アプリ起動</button></form>
                """);
    }

    private static Html management() {
        return Html.of("<a class=\"button\" id=\"management\" href=\"/management\">管理</a>");
    }
}
