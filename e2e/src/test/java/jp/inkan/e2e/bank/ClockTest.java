package jp.inkan.e2e.bank;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.security.cert.X509Certificate;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("The bank's clock")
class ClockTest {
    private static final Instant START = Instant.parse("2031-12-31T15:04:05.123456789Z");

    private PracticeBank bank;

    @BeforeEach
    void open() throws IOException {
        bank = PracticeBank.start(BankOptions.defaults().withClock(Clock.fixed(START, ZoneOffset.UTC)));
    }

    @AfterEach
    void close() throws IOException {
        bank.close();
    }

    @Test
    @DisplayName("is in the Date header of every answer, pages, refusals and requests that make no sense alike")
    void date() throws IOException {
        Browser browser = Browser.of(bank);
        bank.moveClock(Duration.ofSeconds(-5));
        for (Answer answer : new Answer[] {
            browser.get("/login"), browser.get("/nothing"), browser.get("/inkan/v1/sessions"),
            browser.get("/%E3"), browser.send(browser.request(bank.url().getHost(), "/login")
                    .header("X-Long", "x".repeat(20_000))), browser.getFromCertificateHost("/login")}) {
            ZonedDateTime date = ZonedDateTime.parse(answer.header("Date"), DateTimeFormatter.RFC_1123_DATE_TIME);
            assertThat(date.toInstant()).isEqualTo("2031-12-31T15:04:00Z");
        }
    }

    @Test
    @DisplayName("names and dates a certificate, to the microsecond in Japan and to the second in the validity")
    void issue() throws IOException {
        X509Certificate certificate = Customer.of(bank).enrol(Requests.good()).certificate();
        assertThat(certificate.getSubjectX500Principal().getName()).contains("A001 20320101000405123456");
        assertThat(certificate.getNotBefore().toInstant()).isEqualTo("2031-12-31T15:04:05Z");
        assertThat(certificate.getNotAfter().toInstant()).isEqualTo("2032-12-31T15:04:05Z");
    }

    @Test
    @DisplayName("ends a session after ten minutes and not before")
    void session() throws IOException {
        Customer customer = Customer.of(bank);
        String token = customer.token();
        byte[] request = Requests.good();
        bank.moveClock(Duration.ofMinutes(10).minusMillis(1));
        assertThat(customer.enrol(token, request).status()).isEqualTo(200);
        bank.moveClock(Duration.ofMillis(1));
        Refusal.of(customer.enrol(token, request)).is("session-expired", 401, "G005e");
        assertThat(customer.enrol(request).status()).isEqualTo(200);
    }

    @Test
    @DisplayName("allows a second certificate when the first one's time is over, and no earlier")
    void expiry() throws IOException {
        Customer customer = Customer.of(bank);
        byte[] first = Requests.good();
        byte[] second = Requests.good();
        X509Certificate earlier = customer.enrol(first).certificate();
        bank.moveClock(Duration.between(bank.now(), earlier.getNotAfter().toInstant()));
        Refusal.of(customer.enrol(second)).is("already-issued", 409, "G004e");
        bank.moveClock(Duration.ofMillis(1));
        X509Certificate later = customer.enrol(second).certificate();
        assertThat(later.getPublicKey()).isNotEqualTo(earlier.getPublicKey());
        Refusal.of(customer.enrol(first)).is("already-issued", 409, "G004e");
        assertThat(bank.issuedFor(customer.user().loginId())).isEqualTo(2);
    }

    @Test
    @DisplayName("doesn't hand an expired certificate out again: the same request gets none")
    void sameRequestLater() throws IOException {
        Customer customer = Customer.of(bank);
        byte[] request = Requests.good();
        assertThat(customer.enrol(request).status()).isEqualTo(200);
        bank.moveClock(Duration.ofDays(367));
        Refusal.of(customer.enrol(request)).is("request-abandoned", 409, "G005e");
        assertThat(bank.issuedFor(customer.user().loginId())).isEqualTo(1);
    }

    @Test
    @DisplayName("moved back doesn't allow a second certificate")
    void back() throws IOException {
        Customer customer = Customer.of(bank);
        customer.enrol(Requests.good());
        bank.moveClock(Duration.ofHours(-1));
        Refusal.of(customer.enrol(Requests.good())).is("already-issued", 409, "G004e");
    }
}
