package jp.inkan.e2e.bank.visit;

import java.security.cert.X509Certificate;
import java.util.Optional;
import jp.inkan.e2e.bank.state.Secrets;

/**
 * Somebody who has logged in at the bank's pages.
 *
 * @param certificate with which, unless it was by password
 * @param formToken   43 characters of base64url that every form of this visit carries, so that nobody else's page can
 *                    send one
 */
public record Visit(String loginId, Optional<X509Certificate> certificate, String formToken) {
    public static Visit byPassword(String loginId) {
        return new Visit(loginId, Optional.empty(), Secrets.bearerToken());
    }

    public static Visit byCertificate(String loginId, X509Certificate certificate) {
        return new Visit(loginId, Optional.of(certificate), Secrets.bearerToken());
    }

    /** Without the token. */
    @Override
    public String toString() {
        return "Visit[" + loginId + "]";
    }
}
