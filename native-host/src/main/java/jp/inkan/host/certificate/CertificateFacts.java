package jp.inkan.host.certificate;

import java.math.BigInteger;
import java.security.cert.CertificateEncodingException;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.Date;
import java.util.regex.Pattern;

/**
 * What a certificate is to the user: screens CCHK001 and CCHK007.
 *
 * @param id the first 16 hexadecimal digits of the certificate's SHA-256
 * @param serialNumber hexadecimal, no leading zeros; some authorities forget the zero that keeps it from being negative
 */
public record CertificateFacts(
        String id,
        String organization,
        String organizationalUnit,
        String commonName,
        String serialNumber,
        Instant validFrom,
        Instant validUntil) {

    /** The bank's days begin and end in Japan, wherever the PC thinks it is. */
    private static final ZoneId JAPAN = ZoneId.of("Asia/Tokyo");

    private static final Instant YEAR_10000 = Instant.parse("+10000-01-01T00:00:00Z");
    private static final Pattern ISSUE_TIME = Pattern.compile("[ .]\\d{20}$");

    public static CertificateFacts of(X509Certificate certificate) {
        var subject = DistinguishedName.subjectOf(certificate);
        return new CertificateFacts(
                fingerprint(certificate),
                subject.organization(),
                subject.organizationalUnit(),
                subject.commonName(),
                serialNumber(certificate),
                wholeSeconds(certificate.getNotBefore()),
                wholeSeconds(certificate.getNotAfter()));
    }

    /** Alone, of any certificate, however odd the rest of it. */
    public static String serialNumber(X509Certificate certificate) {
        return new BigInteger(1, certificate.getSerialNumber().toByteArray()).toString(16);
    }

    /** RFC 5280 section 4.1.2.5.2 has no fractions of a second; a certificate may. */
    private static Instant wholeSeconds(Date date) {
        return date.toInstant().truncatedTo(ChronoUnit.SECONDS);
    }

    /** Whether it can be shown: RFC 5280 section 4.1.2.2 allows 20 octets of serial number, a customer has a name, a year four digits. */
    public boolean presentable() {
        return !commonName.isEmpty() && serialNumber.length() <= 40 && validFrom.isAfter(Instant.EPOCH) && validUntil.isBefore(YEAR_10000);
    }

    /** A certificate of this moment is valid from the bank's now, which may be ahead of ours. */
    public boolean validAt(Instant moment) {
        return !moment.plus(CertificateCheck.CLOCK_TOLERANCE).isBefore(validFrom) && !moment.isAfter(validUntil);
    }

    /** Whether the other is a later one of the same customer: an issue or renewal since. */
    public boolean isReplacedBy(CertificateFacts other) {
        return other.holder().equals(holder()) && other.validFrom.isAfter(validFrom);
    }

    /** The common name without the time of issue that the banks end it with: logid031 A001 20200304153656560435. */
    private String holder() {
        return ISSUE_TIME.matcher(commonName).replaceFirst("");
    }

    /** The beginning, in Japan, of the day so many days before the one on which it expires. */
    Instant daysBeforeExpiry(int days) {
        return validUntil.atZone(JAPAN).toLocalDate().minusDays(days).atStartOfDay(JAPAN).toInstant();
    }

    /** Days of Japan's calendar from {@code now} to the day it expires; 0 on that day and after. */
    public int daysLeft(Instant now) {
        long days = ChronoUnit.DAYS.between(now.atZone(JAPAN).toLocalDate(), validUntil.atZone(JAPAN).toLocalDate());
        return (int) Math.max(0, days);
    }

    private static String fingerprint(X509Certificate certificate) {
        try {
            return Sha256.shortHex(certificate.getEncoded());
        } catch (CertificateEncodingException e) {
            throw new IllegalStateException(e);
        }
    }
}
