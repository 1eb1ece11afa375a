package jp.inkan.e2e.bank.state;

import java.math.BigInteger;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.Optional;

/**
 * What the bank remembers of an issuance.
 *
 * @param loginId       for whom
 * @param requestSha256 of the PKCS#10's DER, lower-case hex
 * @param certificate   what was issued
 * @param replaces      serial number of the certificate that this one renewed
 * @param revokedAt     on the bank's clock
 */
public record IssuedCertificate(String loginId, String requestSha256, X509Certificate certificate,
                                Optional<BigInteger> replaces, Optional<Instant> revokedAt) {
    /** Days of Japan's calendar, before the one on which a certificate expires, from which it can be renewed. */
    public static final int RENEWABLE_DAYS = 40;

    /** Not revoked yet. */
    IssuedCertificate(String loginId, String requestSha256, X509Certificate certificate,
                      Optional<BigInteger> replaces) {
        this(loginId, requestSha256, certificate, replaces, Optional.empty());
    }

    public BigInteger serialNumber() {
        return certificate.getSerialNumber();
    }

    /** The last moment at which it is valid. */
    public Instant validUntil() {
        return certificate.getNotAfter().toInstant();
    }

    /** Whether its time is over. */
    public boolean expiredAt(Instant moment) {
        return moment.isAfter(validUntil());
    }

    public boolean revoked() {
        return revokedAt.isPresent();
    }

    /** Whether it is, or may still become, good for something: neither expired nor revoked. */
    public boolean goodAt(Instant moment) {
        return !revoked() && !expiredAt(moment);
    }

    /** Whether its time has come. */
    public boolean begunAt(Instant moment) {
        return !moment.isBefore(certificate.getNotBefore().toInstant());
    }

    /** Whether it is among its last days and not over, revoked or not. */
    public boolean inLastDaysAt(Instant moment) {
        return !moment.isBefore(renewableFrom()) && !expiredAt(moment);
    }

    /** The first moment, in Japan, of the first of its last days. */
    public Instant renewableFrom() {
        return validUntil().atZone(Japan.TIME).toLocalDate()
                .minusDays(RENEWABLE_DAYS).atStartOfDay(Japan.TIME).toInstant();
    }

    /** What the bank's pages call its state. */
    public CertificateState stateAt(Instant moment) {
        if (revoked()) {
            return CertificateState.REVOKED;
        }
        return expiredAt(moment) ? CertificateState.EXPIRED : CertificateState.ISSUED;
    }

    /** From now on; a certificate is revoked once. */
    IssuedCertificate revokedAt(Instant moment) {
        return revoked() ? this
                : new IssuedCertificate(loginId, requestSha256, certificate, replaces, Optional.of(moment));
    }
}
