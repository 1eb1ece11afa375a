package jp.inkan.e2e.bank;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.IOException;
import java.net.URI;
import java.security.KeyPair;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import jp.inkan.e2e.bank.fault.Fault;
import jp.inkan.e2e.bank.pki.WrongCertificates;
import jp.inkan.e2e.bank.tls.ClientLogin;
import jp.inkan.e2e.bank.tls.CommonName;
import okhttp3.TlsVersion;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

@DisplayName("Login with a certificate")
class CertificateLoginTest {
    private PracticeBank bank;
    private final KeyPair keys = Requests.rsa(2048);

    @BeforeEach
    void open() throws IOException {
        bank = PracticeBank.start();
    }

    @AfterEach
    void close() throws IOException {
        bank.close();
    }

    @ParameterizedTest
    @EnumSource(names = {"TLS_1_2", "TLS_1_3"})
    @DisplayName("welcomes the holder by common name and serial number, and tests see the handshake")
    void welcome(TlsVersion version) throws Exception {
        X509Certificate certificate = issued();
        Answer sent = Browser.with(bank, new OneCertificate(keys.getPrivate(), certificate), version)
                .getFromCertificateHost("/login");
        assertThat(sent.status()).isEqualTo(303);
        Visitor visitor = Visitor.of(bank);
        assertThat(visitor.open(URI.create(sent.header("Location")).getPath()).status()).isEqualTo(200);
        assertThat(visitor.text()).contains("ようこそ");
        assertThat(visitor.text("common-name")).isEqualTo(CommonName.of(certificate));
        assertThat(visitor.text("serial-number")).isEqualTo(certificate.getSerialNumber().toString(16));
        assertThat(visitor.text("valid-until")).isNotEmpty();
        ClientLogin login = bank.awaitLogin(CommonName.of(certificate), Duration.ofSeconds(5));
        assertThat(login.serialNumber()).isEqualTo(certificate.getSerialNumber());
        assertThat(login.at()).isBetween(certificate.getNotBefore().toInstant(), bank.now());
        assertThat(bank.logins()).containsExactly(login);
    }

    @Test
    @DisplayName("wakes a test that waits for it")
    void await() throws Exception {
        X509Certificate certificate = issued();
        CompletableFuture<ClientLogin> login = CompletableFuture.supplyAsync(() -> {
            try {
                return bank.awaitLogin(CommonName.of(certificate), Duration.ofSeconds(20));
            } catch (InterruptedException | TimeoutException e) {
                throw new AssertionError(e);
            }
        });
        browser(certificate).getFromCertificateHost("/login");
        assertThat(login.get(20, TimeUnit.SECONDS).serialNumber()).isEqualTo(certificate.getSerialNumber());
        assertThatExceptionOfType(TimeoutException.class)
                .isThrownBy(() -> bank.awaitLogin("nobody", Duration.ofMillis(1)));
    }

    @Test
    @DisplayName("says what to do when no certificate came, and counts nobody")
    void none() throws IOException {
        Answer answer = Browser.of(bank).getFromCertificateHost("/login");
        assertThat(answer.status()).isEqualTo(403);
        assertThat(answer.text())
                .contains("電子証明書が届いていません", "窓をすべて閉じ")
                .contains("href=\"https://www.cc9999.bizsol.anser.ne.jp/login\"");
        assertThat(bank.logins()).isEmpty();
    }

    @Test
    @DisplayName("breaks off the handshake with a certificate that the bank's authority didn't sign")
    void foreign() throws IOException {
        try (PracticeBank other = PracticeBank.start()) {
            X509Certificate sameNames = new Customer(Browser.of(other), other.addUser())
                    .enrol(Requests.pkcs10(keys, "SHA256withRSA")).certificate();
            assertThatExceptionOfType(IOException.class)
                    .isThrownBy(() -> browser(sameNames).getFromCertificateHost("/login"));
        }
        assertThat(bank.logins()).isEmpty();
    }

    @Test
    @DisplayName("refuses a certificate that the bank's authority signed but the bank didn't record")
    void unrecorded() throws IOException {
        bank.answerNext(Customer.ENROL, new Fault.WrongCertificate(WrongCertificates.Kind.ANOTHER_INSTITUTION));
        Answer answer = browser(issued()).getFromCertificateHost("/login");
        assertThat(answer.status()).isEqualTo(403);
        assertThat(answer.text()).contains("発行の記録にありません");
    }

    @Test
    @DisplayName("refuses an expired certificate and one from the future, by the bank's clock")
    void outOfTime() throws IOException {
        X509Certificate certificate = issued();
        bank.moveClock(Duration.ofDays(366).plusSeconds(2));
        Answer late = browser(certificate).getFromCertificateHost("/login");
        assertThat(late.status()).isEqualTo(403);
        assertThat(late.text()).contains("期限が切れています");
        bank.moveClock(Duration.ofDays(-400));
        Answer early = browser(certificate).getFromCertificateHost("/login");
        assertThat(early.status()).isEqualTo(403);
        assertThat(early.text()).contains("まだ使えません");
    }

    @Test
    @DisplayName("lets in a certificate that is valid by the bank's clock and not yet by the machine's")
    void future() throws IOException {
        bank.moveClock(Duration.ofDays(500));
        assertThat(browser(issued()).getFromCertificateHost("/login").status()).isEqualTo(303);
    }

    private X509Certificate issued() throws IOException {
        return Customer.of(bank).enrol(Requests.pkcs10(keys, "SHA256withRSA")).certificate();
    }

    private Browser browser(X509Certificate certificate) {
        return Browser.with(bank, new OneCertificate(keys.getPrivate(), certificate));
    }
}
