package jp.inkan.e2e.bank.page;

import java.security.cert.X509Certificate;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Optional;
import jp.inkan.e2e.bank.state.Institution;
import jp.inkan.e2e.bank.state.IssuedCertificate;
import jp.inkan.e2e.bank.state.Register;
import jp.inkan.e2e.bank.tls.CommonName;

/** What the host for certificates shows to whom it let in, and to whom it didn't. */
final class CertificateLoginScreens {
    private static final DateTimeFormatter JAPAN =
            DateTimeFormatter.ofPattern("yyyy年M月d日 HH:mm:ss", Locale.JAPAN).withZone(ZoneId.of("Asia/Tokyo"));

    private final Institution bank;
    private final Register register;
    private final InstantSource clock;

    CertificateLoginScreens(Institution bank, Register register, InstantSource clock) {
        this.bank = bank;
        this.register = register;
        this.clock = clock;
    }

    /** @param presented in the TLS handshake, which checked the issuer's signature and nothing else */
    Screen screen(Optional<X509Certificate> presented) {
        if (presented.isEmpty()) {
            return refused("電子証明書が届いていません",
                    "このブラウザは、電子証明書を出しませんでした。まだの方は、先に発行を受けてください。"
                            + "発行したばかりの方は、ブラウザの窓をすべて閉じ、もう一度開いてからお試しください。");
        }
        Optional<IssuedCertificate> known = register.record(presented.get());
        if (known.isEmpty()) {
            return refused("この電子証明書は使えません",
                    "お出しになった電子証明書は、この銀行の発行の記録にありません。別の電子証明書を選び直してください。");
        }
        Instant now = clock.instant();
        if (known.get().revoked()) {
            return refused("この電子証明書は失効しています",
                    "お出しになった電子証明書は、失効の手続きが済んでいます。新しい電子証明書の発行を受けてください。");
        }
        return known.get().begunAt(now) && !known.get().expiredAt(now)
                ? welcome(presented.get()) : outOfTime(presented.get(), now);
    }

    private static Screen welcome(X509Certificate certificate) {
        return Screen.plain(200, "トップページ", Html.of("""
                <section class="welcome">
                <h2>ようこそ</h2>
                <p>電子証明書でご本人を確かめ、ログインしました。</p>
                <dl>
                <dt>お名前(Common Name)</dt><dd id="common-name">%s</dd>
                <dt>シリアル番号</dt><dd id="serial-number">%s</dd>
                <dt>有効期限(日本時間)</dt><dd id="valid-until">%s</dd>
                </dl>
                </section>
                """, CommonName.of(certificate), certificate.getSerialNumber().toString(16), until(certificate)));
    }

    private Screen outOfTime(X509Certificate certificate, Instant now) {
        return now.isBefore(certificate.getNotBefore().toInstant())
                ? refused("この電子証明書はまだ使えません", "電子証明書の有効期間が始まっていません。")
                : refused("電子証明書の期限が切れています", "この電子証明書の有効期限は "
                        + until(certificate) + "(日本時間)でした。新しい電子証明書の発行を受けてください。");
    }

    private Screen refused(String title, String reason) {
        return Screen.plain(403, title, Html.of("""
                <section>
                <p class="refusal" id="reason">%s</p>
                <div class="row">
                <a class="button" href="https://%s/login">ログインへ戻る</a>
                <a class="button" href="https://%s/certificate">電子証明書発行</a>
                </div>
                </section>
                """, reason, bank.pageHost(), bank.pageHost()));
    }

    private static String until(X509Certificate certificate) {
        return JAPAN.format(certificate.getNotAfter().toInstant());
    }
}
