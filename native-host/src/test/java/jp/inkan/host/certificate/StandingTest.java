package jp.inkan.host.certificate;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigInteger;
import java.security.KeyPair;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.TimeZone;
import jp.inkan.host.institution.Institution;
import jp.inkan.host.institution.Institutions;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The end of the certificate: 5 March 2027, 15:36:56 in Japan. */
@DisplayName("Where a certificate stands")
class StandingTest {
    private static final KeyPair KEY = Certificates.rsa();
    private static final Instant ISSUED = Instant.parse("2026-03-04T06:36:56Z");
    private static final CertificateFacts FACTS = facts(ISSUED, "logid031 A001 20260304153656560435");

    private static CertificateFacts facts(Instant issued, String commonName) {
        return CertificateFacts.of(Certificates.good(issued).commonName(commonName).issueFor(KEY));
    }

    private static Standing standing(String institution, Instant now, CertificateFacts... others) {
        Institution profile = Institutions.builtIn().byCode(institution).orElseThrow();
        return Standing.of(FACTS, profile.certificate(), List.of(others), now);
    }

    @ParameterizedTest
    @CsvSource({
        "2027-01-23T14:59:59Z, false, false, 41",
        "2027-01-23T15:00:00Z, true,  true,  40",
        "2027-03-05T06:36:56Z, true,  true,  0",
        "2027-03-05T06:36:57Z, false, false, 0"
    })
    @DisplayName("it is renewable from the 40th day before it expires, which begins at midnight in Japan, to its last second")
    void window(Instant now, boolean renewable, boolean notice, int daysLeft) {
        Standing standing = standing("9999", now);
        assertThat(standing.renewable()).isEqualTo(renewable);
        assertThat(standing.notice()).isEqualTo(notice);
        assertThat(standing.daysLeft()).isEqualTo(daysLeft);
        assertThat(standing.renewableFrom()).isEqualTo("2027-01-23T15:00:00Z");
    }

    @ParameterizedTest
    @CsvSource({
        "2027-01-23T15:00:00Z, true, false",
        "2027-02-02T14:59:59Z, true, false",
        "2027-02-02T15:00:00Z, true, true"
    })
    @DisplayName("at 群馬県 it is renewable from 40 days, and told of from 30")
    void noticeLater(Instant now, boolean renewable, boolean notice) {
        Standing standing = standing("2146", now);
        assertThat(standing.renewable()).isEqualTo(renewable);
        assertThat(standing.notice()).isEqualTo(notice);
    }

    @Test
    @DisplayName("its days are Japan's, wherever the PC is")
    void timeZone() {
        TimeZone here = TimeZone.getDefault();
        try {
            for (String zone : List.of("Pacific/Kiritimati", "America/Los_Angeles", "Asia/Tokyo")) {
                TimeZone.setDefault(TimeZone.getTimeZone(zone));
                assertThat(standing("9999", Instant.parse("2027-01-23T15:00:00Z")).renewable()).as(zone).isTrue();
                assertThat(standing("9999", Instant.parse("2027-01-23T14:59:59Z")).renewable()).as(zone).isFalse();
            }
        } finally {
            TimeZone.setDefault(here);
        }
    }

    @Test
    @DisplayName("replaced by a later one of the same customer, it is neither renewable nor worth a notice")
    void replaced() {
        Instant now = Instant.parse("2027-02-20T00:00:00Z");
        CertificateFacts later = facts(now.minus(Duration.ofDays(1)), "logid031 A001 20270219000000000001");
        Standing standing = standing("9999", now, FACTS, later);
        assertThat(standing.replaced()).isTrue();
        assertThat(standing.renewable()).isFalse();
        assertThat(standing.notice()).isFalse();
    }

    @Test
    @DisplayName("another customer's later one replaces nothing, nor does an earlier one of the same")
    void notReplaced() {
        Instant now = Instant.parse("2027-02-20T00:00:00Z");
        CertificateFacts other = facts(now.minus(Duration.ofDays(1)), "logid0311 A001 20270219000000000001");
        CertificateFacts otherBranch = facts(now.minus(Duration.ofDays(1)), "logid031 A002 20270219000000000001");
        CertificateFacts earlier = CertificateFacts.of(Certificates.good(ISSUED.minus(Duration.ofDays(2)))
                .serialNumber(BigInteger.TEN).commonName("logid031 A001 20260302153656560435").issueFor(KEY));
        assertThat(standing("9999", now, FACTS, other, otherBranch, earlier).replaced()).isFalse();
    }
}
