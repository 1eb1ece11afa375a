package jp.inkan.e2e.bank;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.time.Duration;
import jp.inkan.e2e.SharedBank;
import jp.inkan.e2e.bank.fault.Fault;
import org.bouncycastle.asn1.x500.X500Name;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("A renewal is refused")
class RenewRefusalsTest {
    private static final PracticeBank BANK = SharedBank.get();
    private static final Duration SOON = Duration.ofDays(20);

    private final Holder holder;
    private final String token;

    RenewRefusalsTest() throws IOException {
        holder = Holder.of(BANK, SOON);
        token = holder.token();
    }

    /** Whatever was refused cost nothing. */
    @AfterEach
    void stillRenewable() throws IOException {
        assertThat(BANK.replacementOf(holder.certificate())).isEmpty();
        assertThat(holder.renew(token, holder.request()).status()).isEqualTo(200);
    }

    @Test
    @DisplayName("without a certificate in the TLS handshake, and with another customer's")
    void anotherCertificate() throws IOException {
        byte[] request = holder.request();
        Browser stranger = Holder.of(BANK, SOON).atCertificateHost();
        for (Browser browser : new Browser[] {Browser.of(BANK), stranger}) {
            Refusal.of(holder.renew(browser, token, request)).is("certificate-unknown", 404, "G004e");
        }
    }

    @Test
    @DisplayName("with another certificate of the same customer than the one of the sign-in")
    void anotherOfTheSame() throws IOException {
        Browser other = Holder.of(BANK, holder.user(), Duration.ofDays(10)).atCertificateHost();
        Refusal.of(holder.renew(other, token, holder.request())).is("certificate-unknown", 404, "G004e");
    }

    @Test
    @DisplayName("under another name, be it only in another encoding")
    void anotherSubject() throws IOException {
        X500Name lowerCase = new X500Name(holder.subject().toString().toLowerCase(java.util.Locale.ROOT));
        assertThat(lowerCase).isEqualTo(holder.subject());
        for (X500Name name : new X500Name[] {lowerCase, new X500Name("CN=whatever"), new X500Name("")}) {
            Refusal.of(holder.renew(token, Requests.named(name, Requests.rsa(2048))))
                    .is("request-malformed", 400, "G005e");
        }
    }

    @Test
    @DisplayName("about the old certificate's key")
    void oldKey() throws IOException {
        Refusal.of(holder.renew(token, holder.request(holder.keys()))).is("request-malformed", 400, "G005e");
    }

    @Test
    @DisplayName("in a body that isn't a PKCS#10 in base64")
    void malformed() throws IOException {
        Refusal.of(holder.renew(token, new byte[] {1, 2, 3})).is("request-malformed", 400, "G005e");
        Refusal.of(holder.atCertificateHost().postToCertificateHost(Holder.REENROL, "text/plain",
                Requests.base64(holder.request()), "Authorization", "Bearer " + token,
                "Content-Transfer-Encoding", "base64")).is("request-malformed", 400, "G005e");
    }

    @Test
    @DisplayName("without a session, and with one that is for something else; and so is an issue in a renewal's session")
    void session() throws IOException {
        byte[] request = holder.request();
        Refusal.of(holder.renew("x".repeat(43), request)).is("session-expired", 401, "G005e");
        Refusal.of(holder.renew(holder.customer().token(), request)).is("step-unexpected", 409, "G005e");
        Refusal.of(holder.customer().enrol(token, request)).is("step-unexpected", 409, "G005e");
    }

    @Test
    @DisplayName("at the wrong host, under another label, and with the wrong method")
    void place() throws IOException {
        byte[] body = Requests.base64(holder.request());
        Browser browser = holder.atCertificateHost();
        assertThat(browser.post(Holder.REENROL, "application/pkcs10", body).status()).isEqualTo(404);
        assertThat(browser.postToCertificateHost(Customer.ENROL, "application/pkcs10", body).status()).isEqualTo(404);
        Refusal.of(browser.postToCertificateHost("/.well-known/est/2235/simplereenroll", "application/pkcs10", body))
                .is("institution-unknown", 404, "G004e");
        Answer get = browser.getFromCertificateHost(Holder.REENROL);
        assertThat(get.status()).isEqualTo(405);
        assertThat(get.header("Content-Type")).isEqualTo("application/problem+json");
    }

    @Test
    @DisplayName("by a fault of the certificate host's path, once")
    void fault() throws IOException {
        try (PracticeBank own = PracticeBank.start()) {
            Holder other = Holder.of(own, SOON);
            byte[] request = other.request();
            own.answerNext(Holder.REENROL, new Fault.Status(503, Duration.ofSeconds(3)));
            Refusal.of(other.renew(request)).is("bank-busy", 503, "G008e");
            assertThat(own.replacementOf(other.certificate())).isEmpty();
            assertThat(other.renew(request).status()).isEqualTo(200);
        }
    }
}
