package jp.inkan.e2e.bank.page;

import jp.inkan.e2e.bank.state.CertificateState;
import jp.inkan.e2e.bank.state.IssuedCertificate;
import jp.inkan.e2e.bank.tls.CommonName;

/** What the pages say of a certificate. */
final class CertificateFacts {
    private CertificateFacts() {
    }

    /** Items of a {@code dl}. */
    static Html items(IssuedCertificate certificate) {
        return Html.of("""
                <dt>お名前(Common Name)</dt><dd id="common-name">%s</dd>
                <dt>シリアル番号</dt><dd id="serial-number">%s</dd>
                <dt>有効期限(日本時間)</dt><dd id="valid-until">%s</dd>
                """, CommonName.of(certificate.certificate()), certificate.serialNumber().toString(16),
                Moments.shown(certificate.validUntil()));
    }

    static String word(CertificateState state) {
        return switch (state) {
            case NONE -> "未発行";
            case ISSUED -> "発行済み";
            case EXPIRED -> "期限切れ";
            case REVOKED -> "失効済み";
        };
    }
}
