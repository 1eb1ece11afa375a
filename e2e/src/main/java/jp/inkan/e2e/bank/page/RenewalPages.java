package jp.inkan.e2e.bank.page;

import java.util.Optional;
import jp.inkan.e2e.bank.http.Reply;
import jp.inkan.e2e.bank.http.Site;
import jp.inkan.e2e.bank.state.Institution;
import jp.inkan.e2e.bank.state.IssuedCertificate;

/** Where a customer comes who logs in with a certificate among its last days, and where the old way of renewing ends. */
final class RenewalPages {
    private final Institution bank;
    private final Gate gate;
    private final Renewal renewal;

    RenewalPages(Institution bank, Gate gate, Renewal renewal) {
        this.bank = bank;
        this.gate = gate;
        this.renewal = renewal;
    }

    void on(Site site) {
        site.get("/renewal", gate.members(this::selection));
        site.get("/renewal/browser", gate.members(this::inTheBrowser));
        for (AbnormalEnd end : AbnormalEnd.values()) {
            site.get(end.path(), ask -> end.screen().reply(bank));
        }
    }

    private Reply selection(Member member) {
        return renewal.certificate(member).filter(renewal::possible)
                .map(certificate -> selection(certificate).reply(bank))
                .orElseGet(() -> Redirect.to("/top"));
    }

    private Screen selection(IssuedCertificate certificate) {
        return Screen.plain(200, "電子証明書更新選択", Html.of("""
                <section>
                <h2>お使いの電子証明書</h2>
                %s
                <dl>
                %s
                </dl>
                <div class="row">
                %s
                <a class="button" id="later" href="/top">あとで更新する</a>
                </div>
                </section>
                """, TopScreen.notice(certificate, Moments.days(renewal.now(), certificate.validUntil())),
                CertificateFacts.items(certificate), TopScreen.startApp()));
    }

    /** Browsers once made the key and asked for the certificate themselves; none of them does any more. */
    private Reply inTheBrowser(Member member) {
        Optional<IssuedCertificate> certificate = renewal.certificate(member).filter(renewal::due);
        if (certificate.isEmpty()) {
            return Redirect.to("/top");
        }
        return Redirect.to((certificate.get().revoked() ? AbnormalEnd.BZBE011008 : AbnormalEnd.BZBE001011).path());
    }
}
