package jp.inkan.e2e.bank;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.security.KeyPair;
import java.security.cert.X509Certificate;
import java.time.Duration;
import jp.inkan.e2e.SharedBank;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("A revoked certificate")
class RevocationTest {
    private static final PracticeBank BANK = SharedBank.get();

    @Test
    @DisplayName("opens no login, and the page says why")
    void login() throws IOException {
        Holder holder = Holder.of(BANK, Duration.ofDays(100));
        BANK.revoke(holder.user().loginId());
        Answer answer = holder.atCertificateHost().getFromCertificateHost("/login");
        assertThat(answer.status()).isEqualTo(403);
        assertThat(answer.text()).contains("失効しています", "電子証明書発行");
    }

    @Test
    @DisplayName("isn't handed out again, and makes room for a new one; but not to the same request, which may be late")
    void issueAgain() throws IOException {
        Customer customer = Customer.of(BANK);
        byte[] request = Requests.good();
        X509Certificate revoked = customer.enrol(request).certificate();
        BANK.revoke(customer.user().loginId());
        Refusal.of(customer.enrol(request)).is("request-abandoned", 409, "G005e");
        X509Certificate next = customer.enrol(Requests.good()).certificate();
        assertThat(next.getSerialNumber()).isNotEqualTo(revoked.getSerialNumber());
        Refusal.of(customer.enrol(Requests.good())).is("already-issued", 409, "G004e");
        BANK.revoke(customer.user().loginId());
        assertThat(customer.enrol(Requests.good()).status()).isEqualTo(200);
        assertThat(BANK.issuedFor(customer.user().loginId())).isEqualTo(3);
    }

    @Test
    @DisplayName("can't be renewed, not even by who had signed in before")
    void renew() throws IOException {
        Holder holder = Holder.of(BANK, Duration.ofDays(20));
        String token = holder.token();
        BANK.revoke(holder.certificate());
        Refusal.of(holder.renew(token, holder.request())).is("certificate-revoked", 403, "G004e");
        Refusal.of(holder.signIn()).is("certificate-revoked", 403, "G004e");
        assertThat(BANK.replacementOf(holder.certificate())).isEmpty();
    }

    @Test
    @DisplayName("takes with it what it renewed: the login id has none that is good")
    void both() throws IOException {
        Holder holder = Holder.of(BANK, Duration.ofDays(20));
        KeyPair next = Requests.rsa(2048);
        X509Certificate renewed = holder.renew(holder.request(next)).certificate();
        BANK.revoke(holder.user().loginId());
        assertThat(holder.atCertificateHost().getFromCertificateHost("/login").status()).isEqualTo(403);
        assertThat(Browser.with(BANK, new OneCertificate(next.getPrivate(), renewed))
                .getFromCertificateHost("/login").status()).isEqualTo(403);
        assertThat(holder.customer().enrol(Requests.good()).status()).isEqualTo(200);
    }

    @Test
    @DisplayName("concerns nobody else")
    void others() throws IOException {
        Holder other = Holder.of(BANK, Duration.ofDays(20));
        BANK.revoke(Holder.of(BANK, Duration.ofDays(20)).user().loginId());
        assertThat(other.atCertificateHost().getFromCertificateHost("/login").status()).isLessThan(400);
    }
}
