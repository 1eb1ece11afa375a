package jp.inkan.e2e.bank.page;

import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.Optional;
import jp.inkan.e2e.bank.http.Ask;
import jp.inkan.e2e.bank.http.Reply;
import jp.inkan.e2e.bank.state.Institution;
import jp.inkan.e2e.bank.state.IssuedCertificate;
import jp.inkan.e2e.bank.state.Register;
import jp.inkan.e2e.bank.visit.Visit;
import jp.inkan.e2e.bank.visit.Visits;

/**
 * {@code GET /login} of the host that asks for certificates. Whoever is let in goes on to the host with the pages,
 * whose address customers know, with a ticket for the cookie there.
 */
final class CertificateLogin {
    private final Institution bank;
    private final Visits visits;
    private final Register register;
    private final Renewal renewal;

    CertificateLogin(Institution bank, Visits visits, Register register, Renewal renewal) {
        this.bank = bank;
        this.visits = visits;
        this.register = register;
        this.renewal = renewal;
    }

    /** Of a client that presented a certificate in the TLS handshake, which checked the issuer's signature and nothing else. */
    Reply reply(Ask ask) {
        Optional<X509Certificate> presented = ask.certificate();
        if (presented.isEmpty()) {
            return refused("電子証明書が届いていません",
                    "このブラウザは、電子証明書を出しませんでした。まだの方は、先に発行を受けてください。"
                            + "発行したばかりの方は、ブラウザの窓をすべて閉じ、もう一度開いてからお試しください。");
        }
        return register.record(presented.get()).map(this::reply).orElseGet(() -> refused("この電子証明書は使えません",
                "お出しになった電子証明書は、この銀行の発行の記録にありません。別の電子証明書を選び直してください。"));
    }

    private Reply reply(IssuedCertificate certificate) {
        Instant now = renewal.now();
        if (certificate.revoked()) {
            return refused("この電子証明書は失効しています",
                    "お出しになった電子証明書は、失効の手続きが済んでいます。新しい電子証明書の発行を受けてください。");
        }
        if (!certificate.begunAt(now)) {
            return refused("この電子証明書はまだ使えません", "電子証明書の有効期間が始まっていません。");
        }
        if (certificate.expiredAt(now)) {
            return refused("電子証明書の期限が切れています", "この電子証明書の有効期限は "
                    + Moments.shown(certificate.validUntil()) + "(日本時間)でした。新しい電子証明書の発行を受けてください。");
        }
        String ticket = visits.ticket(Visit.byCertificate(certificate.loginId(), certificate.certificate()));
        return Redirect.to("https://" + bank.pageHost() + "/login/" + ticket);
    }

    private Reply refused(String title, String reason) {
        return Screen.plain(403, title, Html.of("""
                <section>
                <p class="refusal" id="reason">%s</p>
                <div class="row">
                <a class="button" href="https://%s/login">ログインへ戻る</a>
                <a class="button" href="https://%s/certificate">電子証明書発行</a>
                </div>
                </section>
                """, reason, bank.pageHost(), bank.pageHost())).reply(bank);
    }
}
