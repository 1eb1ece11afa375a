package jp.inkan.e2e.bank;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.security.KeyPair;
import java.security.cert.X509Certificate;
import java.time.Duration;
import jp.inkan.e2e.SharedBank;
import jp.inkan.e2e.bank.state.Plan;
import jp.inkan.e2e.bank.state.Step;
import jp.inkan.e2e.bank.tls.CommonName;
import jp.inkan.e2e.bank.token.Token;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("Renewing")
class RenewTest {
    private static final PracticeBank BANK = SharedBank.get();
    private static final Duration SOON = Duration.ofDays(20);

    @Test
    @DisplayName("gives 366 days from now about the new key, under a name that ends in the time of the new issue")
    void renew() throws IOException {
        Holder holder = Holder.of(BANK, SOON);
        KeyPair next = Requests.rsa(2048);
        Answer answer = holder.renew(holder.request(next));
        assertThat(answer.status()).as(answer.text()).isEqualTo(200);
        assertThat(answer.header("Content-Type")).isEqualTo("application/pkcs7-mime; smime-type=certs-only");
        assertThat(answer.header("Content-Transfer-Encoding")).isEqualTo("base64");
        X509Certificate renewed = answer.certificate();
        assertThat(renewed.getPublicKey()).isEqualTo(next.getPublic());
        assertThat(CommonName.of(renewed)).startsWith(holder.user().loginId() + " A001 ")
                .isNotEqualTo(CommonName.of(holder.certificate()));
        assertThat(Duration.between(renewed.getNotBefore().toInstant(), BANK.now())).isLessThan(Duration.ofMinutes(1));
        assertThat(Duration.between(renewed.getNotBefore().toInstant(), renewed.getNotAfter().toInstant()))
                .isEqualTo(Duration.ofDays(366));
        assertThat(BANK.replacementOf(holder.certificate())).contains(renewed);
        assertThat(BANK.certificatesOf(holder.user().loginId())).containsExactly(holder.certificate(), renewed);
    }

    @Test
    @DisplayName("leaves the old certificate good, and makes the new one good at once")
    void bothGood() throws IOException {
        Holder holder = Holder.of(BANK, SOON);
        KeyPair next = Requests.rsa(2048);
        X509Certificate renewed = holder.renew(holder.request(next)).certificate();
        assertThat(holder.atCertificateHost().getFromCertificateHost("/login").status()).isLessThan(400);
        assertThat(Browser.with(BANK, new OneCertificate(next.getPrivate(), renewed))
                .getFromCertificateHost("/login").status()).isLessThan(400);
    }

    @Test
    @DisplayName("gives the same certificate for the same request, in this session and in a later one")
    void sameAgain() throws IOException {
        Holder holder = Holder.of(BANK, SOON);
        byte[] request = holder.request();
        String token = holder.token();
        X509Certificate first = holder.renew(token, request).certificate();
        assertThat(holder.renew(token, request).certificate()).isEqualTo(first);
        assertThat(holder.renew(request).certificate()).isEqualTo(first);
        assertThat(BANK.issuedFor(holder.user().loginId())).isEqualTo(2);
    }

    @Test
    @DisplayName("asks the steps of an issue before it, in the same order")
    void steps() throws IOException {
        Holder holder = Holder.of(BANK, Plan.asking(Step.QUESTION, Step.ONE_TIME_PASSWORD), SOON);
        Answer signedIn = holder.signIn();
        assertThat(signedIn.json().get("next").get("step").asText()).isEqualTo("question");
        String token = signedIn.json().get("token").asText();
        byte[] request = holder.request();
        Refusal.of(holder.renew(token, request)).is("step-unexpected", 409, "G005e");
        String answer = holder.user().plan().question().orElseThrow().answer();
        assertThat(holder.customer().answer(token, "question", answer).status()).isEqualTo(200);
        Refusal.of(holder.renew(token, request)).is("step-unexpected", 409, "G005e");
        String number = Token.of(holder.user()).oneTimePassword(BANK.now());
        assertThat(holder.customer().answer(token, "one-time-password", number).json().get("next").get("step").asText())
                .isEqualTo("enrol");
        assertThat(holder.renew(token, request).status()).isEqualTo(200);
    }

    @Test
    @DisplayName("takes a serial number in capitals too, and a certificate that was itself a renewal")
    void again() throws IOException {
        Holder holder = Holder.of(BANK, SOON);
        assertThat(holder.signIn(holder.certificate().getSerialNumber().toString(16).toUpperCase(java.util.Locale.ROOT),
                holder.user().password()).status()).isEqualTo(201);
        try (PracticeBank own = PracticeBank.start()) {
            Holder first = Holder.of(own, SOON);
            KeyPair next = Requests.rsa(2048);
            X509Certificate second = first.renew(first.request(next)).certificate();
            own.moveClock(Duration.ofDays(350));
            Holder later = new Holder(first.customer(),
                    Browser.with(own, new OneCertificate(next.getPrivate(), second)), next, second);
            X509Certificate third = later.renew(later.request()).certificate();
            assertThat(own.replacementOf(second)).contains(third);
            assertThat(own.replacementOf(first.certificate())).contains(second);
        }
    }
}
