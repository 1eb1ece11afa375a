package jp.inkan.e2e.bank;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.KeyPair;
import java.security.PublicKey;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import jp.inkan.e2e.bank.fault.Fault;
import jp.inkan.e2e.bank.pki.WrongCertificates.Kind;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

@DisplayName("A fault that a test ordered")
class FaultsTest {
    private final KeyPair keys = Requests.rsa(2048);
    private final byte[] request = Requests.pkcs10(keys, "SHA256withRSA");

    private PracticeBank bank;
    private Customer customer;

    @BeforeEach
    void open() throws IOException {
        bank = PracticeBank.start();
        customer = Customer.of(bank);
    }

    @AfterEach
    void close() throws IOException {
        bank.close();
    }

    @Test
    @DisplayName("makes the bank busy once, in its own words and with the time to come again")
    void busy() throws IOException {
        bank.answerNext(Customer.ENROL, new Fault.Status(503, Duration.ofSeconds(7)));
        Answer busy = customer.enrol(request);
        Refusal.of(busy).is("bank-busy", 503, "G008e");
        assertThat(busy.header("Retry-After")).isEqualTo("7");
        assertThat(bank.issuedFor(customer.user().loginId())).isZero();
        assertThat(customer.enrol(request).status()).isEqualTo(200);
    }

    @Test
    @DisplayName("waits for its own path and takes its turn")
    void queue() throws IOException {
        bank.answerNext(Customer.SESSIONS, new Fault.Status(202, Duration.ofSeconds(1)));
        bank.answerNext(Customer.SESSIONS, new Fault.Status(500, Duration.ZERO));
        assertThat(customer.browser().get("/login").status()).isEqualTo(200);
        Answer first = customer.signIn();
        assertThat(first.status()).isEqualTo(202);
        assertThat(first.header("Retry-After")).isEqualTo("1");
        Answer second = customer.signIn();
        assertThat(second.status()).isEqualTo(500);
        assertThat(second.header("Retry-After")).isNull();
        assertThat(customer.signIn().status()).isEqualTo(201);
    }

    @Test
    @DisplayName("loses an answer after the certificate was issued, and the same request gets it then")
    void lost() throws IOException {
        String token = customer.token();
        bank.answerNext(Customer.ENROL, new Fault.DropConnection());
        assertThatExceptionOfType(IOException.class).isThrownBy(() -> customer.enrol(token, request));
        assertThat(bank.issuedFor(customer.user().loginId())).isOne();
        assertThat(customer.enrol(token, request).status()).isEqualTo(200);
        assertThat(bank.issuedFor(customer.user().loginId())).isOne();
    }

    @Test
    @DisplayName("puts so many bytes of nonsense where the answer belongs")
    void garbage() throws IOException {
        bank.answerNext(Customer.ENROL, new Fault.Garbage(100_000));
        Answer answer = customer.enrol(request);
        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.header("Content-Type")).startsWith("application/pkcs7-mime");
        assertThat(answer.body()).hasSize(100_000);
        assertThat(customer.enrol(request).certificate().getPublicKey()).isEqualTo(keys.getPublic());
    }

    @Test
    @DisplayName("shows another page in the place of the bank's, once")
    void page() throws IOException {
        bank.answerNext("/login", new Fault.Page(Map.of("Content-Security-Policy", "sandbox"), "<h1>BLGI001</h1>"));
        Answer other = customer.browser().get("/login");
        assertThat(other.header("Content-Security-Policy")).isEqualTo("sandbox");
        assertThat(new String(other.body(), StandardCharsets.UTF_8)).isEqualTo("<!doctype html><h1>BLGI001</h1>");
        assertThat(customer.browser().get("/login").header("Content-Security-Policy")).contains("default-src");
    }

    @Test
    @DisplayName("keeps an answer back until it may go")
    void late() throws Exception {
        var released = new CountDownLatch(1);
        bank.answerNext("/login", new Fault.Late(released));
        CompletableFuture<Answer> answer = CompletableFuture.supplyAsync(() -> {
            try {
                return customer.browser().get("/login");
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        });
        assertThat(customer.browser().get("/help").status()).isEqualTo(200);
        assertThat(answer).isNotDone();
        released.countDown();
        assertThat(answer.get(10, TimeUnit.SECONDS).status()).isEqualTo(200);
    }

    @ParameterizedTest
    @EnumSource
    @DisplayName("hands out a certificate that is wrong in one thing, and the right one the next time")
    void wrong(Kind kind) throws Exception {
        bank.answerNext(Customer.ENROL, new Fault.WrongCertificate(kind));
        X509Certificate wrong = customer.enrol(request).certificate();
        X509Certificate right = customer.enrol(request).certificate();
        PublicKey authority =
                customer.browser().get("/.well-known/est/9999/cacerts").certificate().getPublicKey();

        assertThat(wrong.getPublicKey().equals(right.getPublicKey())).isEqualTo(kind != Kind.ANOTHER_KEY);
        assertThat(wrong.getBasicConstraints() == -1).isEqualTo(kind != Kind.AUTHORITY);
        assertThat(bank.now().isBefore(wrong.getNotAfter().toInstant())).isEqualTo(kind != Kind.EXPIRED);
        assertThat(bank.now().isBefore(wrong.getNotBefore().toInstant())).isEqualTo(kind == Kind.NOT_VALID_YET);
        assertThat(wrong.getSigAlgName().equals(right.getSigAlgName())).isEqualTo(kind != Kind.BROKEN_DIGEST);
        assertThat(wrong.getExtendedKeyUsage().equals(right.getExtendedKeyUsage()))
                .isEqualTo(kind != Kind.NO_CLIENT_AUTHENTICATION);
        assertThat(wrong.getSubjectX500Principal().equals(right.getSubjectX500Principal()))
                .isEqualTo(kind != Kind.ANOTHER_INSTITUTION);
        assertThat(wrong.getIssuerX500Principal().equals(right.getIssuerX500Principal()))
                .isEqualTo(kind != Kind.ANOTHER_ISSUER);
        if (kind != Kind.ANOTHER_ISSUER) {
            wrong.verify(authority);
        }
        assertThat(right.getPublicKey()).isEqualTo(keys.getPublic());
    }
}
