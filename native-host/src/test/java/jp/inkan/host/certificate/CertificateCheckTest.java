package jp.inkan.host.certificate;

import static org.assertj.core.api.Assertions.assertThat;

import java.security.KeyPair;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.stream.Stream;
import jp.inkan.host.institution.Institution;
import jp.inkan.host.institution.Institutions;
import org.bouncycastle.asn1.x509.KeyUsage;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayName("A certificate from the bank")
class CertificateCheckTest {
    private static final Instant NOW = Instant.now().truncatedTo(ChronoUnit.SECONDS);
    private static final Certificates GOOD = Certificates.good(NOW);
    private static final Duration YEAR = Duration.ofDays(366);
    private static final Institution PRACTICE = Institutions.builtIn().byCode("9999").orElseThrow();
    private static final KeyPair OURS = Certificates.rsa();

    @Test
    @DisplayName("is accepted if it is what was asked for")
    void good() {
        assertThat(CertificateCheck.fault(GOOD.issueFor(OURS), OURS.getPublic(), PRACTICE, NOW)).isEmpty();
    }

    @Test
    @DisplayName("is accepted if the bank's clock is a little ahead of ours")
    void clockALittleOff() {
        var certificate = GOOD.valid(NOW.plus(Duration.ofMinutes(9)), YEAR).issueFor(OURS);
        assertThat(CertificateCheck.fault(certificate, OURS.getPublic(), PRACTICE, NOW)).isEmpty();
    }

    @Test
    @DisplayName("is accepted if it is valid to the end of its last day")
    void roundedUp() {
        var certificate = GOOD.valid(NOW, YEAR.plusHours(23)).issueFor(OURS);
        assertThat(CertificateCheck.fault(certificate, OURS.getPublic(), PRACTICE, NOW)).isEmpty();
    }

    static Stream<Arguments> wrongOnes() {
        return Stream.of(
                Arguments.of("another institution", GOOD.subjectCode("2235")),
                Arguments.of("another institution", GOOD.issuerCode("2235")),
                Arguments.of("can't be shown", GOOD.commonName("")),
                Arguments.of("isn't valid now", GOOD.valid(NOW.minus(Duration.ofDays(367)), YEAR)),
                Arguments.of("isn't valid now", GOOD.valid(NOW.plus(Duration.ofMinutes(11)), YEAR)),
                Arguments.of("valid for longer", GOOD.valid(NOW, Duration.ofDays(368))),
                Arguments.of("certificate authority", GOOD.asAuthority()),
                Arguments.of("may not sign", GOOD.keyUsage(KeyUsage.keyEncipherment)),
                Arguments.of("client authentication", GOOD.forServers()));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("wrongOnes")
    @DisplayName("is refused if it is something else")
    void wrong(String fault, Certificates wrong) {
        assertThat(CertificateCheck.fault(wrong.issueFor(OURS), OURS.getPublic(), PRACTICE, NOW).orElseThrow())
                .contains(fault);
    }

    @ParameterizedTest
    @ValueSource(strings = {"MD5withRSA", "SHA1withRSA", "SHA1withRSAandMGF1"})
    @DisplayName("is refused if it is signed over a broken digest")
    void weak(String signature) {
        assertThat(CertificateCheck.fault(GOOD.issueFor(OURS, signature), OURS.getPublic(), PRACTICE, NOW).orElseThrow())
                .contains("broken digest");
    }

    @ParameterizedTest
    @ValueSource(strings = {"SHA384withRSA", "SHA512withRSA", "SHA256withRSAandMGF1"})
    @DisplayName("is accepted with a better signature than is usual")
    void strong(String signature) {
        assertThat(CertificateCheck.fault(GOOD.issueFor(OURS, signature), OURS.getPublic(), PRACTICE, NOW)).isEmpty();
    }

    @Test
    @DisplayName("is accepted under another name of the same institution: the bank names the customer, and may do so anew")
    void anotherName() {
        var renamed = GOOD.commonName("山田 太郎 A002 20210304153656560435").issueFor(OURS);
        assertThat(CertificateCheck.fault(renamed, OURS.getPublic(), PRACTICE, NOW)).isEmpty();
    }

    @Test
    @DisplayName("is refused if it is for another key")
    void anotherKey() {
        assertThat(CertificateCheck.fault(GOOD.issueFor(Certificates.rsa()), OURS.getPublic(), PRACTICE, NOW).orElseThrow())
                .contains("another key");
    }
}
