package jp.inkan.e2e.bank.state;

import java.security.cert.X509Certificate;
import java.time.Instant;

/**
 * What the bank remembers of an issuance.
 *
 * @param loginId       for whom
 * @param requestSha256 of the PKCS#10's DER, lower-case hex
 * @param certificate   what was issued
 */
public record IssuedCertificate(String loginId, String requestSha256, X509Certificate certificate) {
    /** Whether its time is over. */
    public boolean expiredAt(Instant moment) {
        return moment.isAfter(certificate.getNotAfter().toInstant());
    }

    /** Whether its time has come and isn't over. */
    public boolean validAt(Instant moment) {
        return !moment.isBefore(certificate.getNotBefore().toInstant()) && !expiredAt(moment);
    }
}
