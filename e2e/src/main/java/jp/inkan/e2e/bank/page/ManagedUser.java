package jp.inkan.e2e.bank.page;

import java.time.Instant;
import java.util.Optional;
import jp.inkan.e2e.bank.state.CertificateState;
import jp.inkan.e2e.bank.state.IssuedCertificate;
import jp.inkan.e2e.bank.state.Register;
import jp.inkan.e2e.bank.state.User;

/**
 * A user as a master sees them.
 *
 * @param validUntil of the certificate that counts, as shown; empty if none was ever issued
 */
record ManagedUser(User user, CertificateState state, String validUntil) {
    static ManagedUser of(User user, Register register, Instant now) {
        Optional<IssuedCertificate> certificate = register.latest(user.loginId(), now);
        return new ManagedUser(user,
                certificate.map(each -> each.stateAt(now)).orElse(CertificateState.NONE),
                certificate.map(each -> Moments.shown(each.validUntil())).orElse(""));
    }

    /** Whether there is something to revoke. */
    boolean revocable() {
        return state == CertificateState.ISSUED;
    }

    /** Of a table. */
    Html cells() {
        return Html.of("<td>%s</td><td>%s</td><td>%s</td><td>%s</td>",
                user.loginId(), user.displayName(), CertificateFacts.word(state), validUntil);
    }

    /** Items of a {@code dl}. */
    Html items() {
        return Html.of("""
                <dt>ログインID</dt><dd id="target-login-id">%s</dd>
                <dt>利用者名</dt><dd id="target-name">%s</dd>
                <dt>証明書状態</dt><dd id="target-state">%s</dd>
                <dt>証明書有効期限</dt><dd id="target-valid-until">%s</dd>
                """, user.loginId(), user.displayName(), CertificateFacts.word(state), validUntil);
    }
}
