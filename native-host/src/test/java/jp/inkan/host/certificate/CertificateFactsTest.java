package jp.inkan.host.certificate;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigInteger;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@DisplayName("What the user is told of a certificate")
class CertificateFactsTest {
    private static final Instant FROM = Instant.parse("2026-03-04T06:36:56Z");
    private static final Certificates GOOD = Certificates.good(FROM);

    @Test
    @DisplayName("is subject, serial number and validity, as on CCHK007")
    void facts() {
        var facts = CertificateFacts.of(GOOD.issueFor(Certificates.rsa()));
        assertThat(facts.organization()).isEqualTo("(9999)NTT DATA CORPORATION");
        assertThat(facts.organizationalUnit()).isEqualTo("(9999)ANSER-WEB(BizSOL) TEST CA - G4");
        assertThat(facts.commonName()).isEqualTo("logid031 A001 20200304153656560435");
        assertThat(facts.serialNumber()).isEqualTo("5b8e869e2bc4b2225302f34ada65184e");
        assertThat(facts.validUntil()).isEqualTo(FROM.plus(Duration.ofDays(366)));
        assertThat(facts.id()).matches("[0-9a-f]{16}");
    }

    /** RFC 5280 forbids them both; the JDK reads them, and the extension no message with them. */
    @Test
    @DisplayName("has whole seconds, and isn't shown with a year that hasn't four digits, whatever the certificate says")
    void oddTimes() {
        var odd = CertificateFacts.of(GOOD.issueFor(Certificates.rsa(), "20260304063656.123Z", "20270305063656.5Z"));
        assertThat(odd.validFrom()).isEqualTo(FROM);
        assertThat(odd.validUntil()).isEqualTo("2027-03-05T06:36:56Z");
        assertThat(odd.presentable()).isTrue();
        assertThat(CertificateFacts.of(GOOD.issueFor(Certificates.rsa(), "00000101000000Z", "20270305063656Z")).presentable()).isFalse();
        assertThat(CertificateFacts.of(GOOD.issueFor(Certificates.rsa(), "20260304063656Z", "99991231235959-0100")).presentable()).isFalse();
    }

    @Test
    @DisplayName("has a serial number without the zeros that its encoding may need")
    void serialWithTopBit() {
        var serial = new BigInteger("ffeeddccbbaa99887766554433221100", 16);
        var facts = CertificateFacts.of(GOOD.serialNumber(serial).issueFor(Certificates.rsa()));
        assertThat(facts.serialNumber()).isEqualTo("ffeeddccbbaa99887766554433221100");
    }

    @ParameterizedTest
    @CsvSource({
        // The certificate ends 2027-03-05 15:36:56 in Japan.
        "2026-03-04T06:36:56Z, 366",
        "2027-03-04T14:59:59Z, 1",
        "2027-03-04T15:00:00Z, 0",
        "2027-03-05T06:36:56Z, 0",
        "2028-01-01T00:00:00Z, 0"
    })
    @DisplayName("counts the days left by Japan's calendar")
    void daysLeft(Instant now, int days) {
        assertThat(CertificateFacts.of(GOOD.issueFor(Certificates.rsa())).daysLeft(now)).isEqualTo(days);
    }

    @ParameterizedTest
    @CsvSource({
        "2026-03-04T06:26:55Z, false",
        "2026-03-04T06:26:56Z, true",
        "2027-03-05T06:36:56Z, true",
        "2027-03-05T06:36:57Z, false"
    })
    @DisplayName("is valid from the bank's now, which may be ten minutes ahead of ours, to its last second")
    void valid(Instant now, boolean valid) {
        assertThat(CertificateFacts.of(GOOD.issueFor(Certificates.rsa())).validAt(now)).isEqualTo(valid);
    }

    @Test
    @DisplayName("has a serial number even where an authority forgot the zero that keeps it from being negative")
    void negativeSerial() {
        var facts = CertificateFacts.of(GOOD.serialNumber(new BigInteger("-1")).issueFor(Certificates.rsa()));
        assertThat(facts.serialNumber()).isEqualTo("ff");
    }

    @Test
    @DisplayName("has nothing in it that steers a terminal or the text around it")
    void steering() {
        var facts = CertificateFacts.of(GOOD.commonName("a\nb\u001b[2J\u202ec\u0000").issueFor(Certificates.rsa()));
        assertThat(facts.commonName()).isEqualTo("ab[2Jc");
    }

    @Test
    @DisplayName("shows quoting characters in a name as they are")
    void names() {
        var facts = CertificateFacts.of(GOOD.commonName("a,b+\"c\" <d>").issueFor(Certificates.rsa()));
        assertThat(facts.commonName()).isEqualTo("a,b+\"c\" <d>");
    }
}
