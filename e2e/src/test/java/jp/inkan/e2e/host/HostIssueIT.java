package jp.inkan.e2e.host;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.security.KeyPairGenerator;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import jp.inkan.e2e.bank.fault.Fault;
import jp.inkan.e2e.bank.pki.WrongCertificates;
import jp.inkan.e2e.bank.state.User;
import jp.inkan.e2e.browser.Commands;
import jp.inkan.e2e.browser.Product;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

@DisplayName("Issuing, seen from the port")
class HostIssueIT extends HostAtBank {
    @Test
    @DisplayName("asks CCHK002, tells five stages, ends with CCHK007's facts, and the certificate is in the list")
    void issues() {
        assertThat(list()).isEmpty();
        JsonNode prompt = host.beginIssue();
        assertThat(prompt.path("screen").asText()).isEqualTo("CCHK002");
        host.answer(prompt, user.loginId(), user.password());
        for (String stage : new String[] {"signing-in", "making-key", "requesting", "checking", "installing"}) {
            assertThat(host.receive().path("stage").asText()).isEqualTo(stage);
        }
        JsonNode done = host.receive();
        assertThat(done.path("type").asText()).isEqualTo("done");
        JsonNode certificate = done.path("certificate");
        assertThat(certificate.path("commonName").asText()).matches(user.loginId() + " A001 \\d{20}");
        assertThat(certificate.path("organization").asText()).isEqualTo("(9999)NTT DATA CORPORATION");
        assertThat(certificate.path("organizationalUnit").asText()).isEqualTo("(9999)ANSER-WEB(BizSOL) TEST CA - G4");
        assertThat(certificate.path("daysLeft").asInt()).isEqualTo(366);
        assertThat(list()).containsExactly(certificate);
        assertThat(Commands.run(profile.environment(), Product.find().launcher().toString(), "list"))
                .contains(certificate.path("serialNumber").asText());
    }

    @Test
    @DisplayName("asks again after a wrong password, with the tries left, and issues after the right one")
    void wrongPassword() {
        JsonNode again = host.issue(user.loginId(), "wrong");
        assertThat(again.path("screen").asText()).isEqualTo("CCHK002");
        assertThat(again.at("/problem/code").asText()).isEqualTo("G006e");
        assertThat(again.at("/problem/reason").asText()).isEqualTo("credentials");
        assertThat(again.at("/problem/triesLeft").asInt()).isEqualTo(4);
        host.answer(again, user.loginId(), user.password());
        assertThat(host.receiveOutcome().path("type").asText()).isEqualTo("done");
    }

    @Test
    @DisplayName("ends after five wrong passwords: the login id is locked, and nothing is left behind")
    void locked() throws IOException {
        JsonNode message = host.issue(user.loginId(), "wrong");
        for (int left = 4; left > 1; left--) {
            assertThat(message.at("/problem/triesLeft").asInt()).isEqualTo(left);
            host.answer(message, user.loginId(), "wrong");
            message = host.receiveOutcome();
        }
        host.answer(message, user.loginId(), "wrong");
        assertFailed(host.receiveOutcome(), "G005e", "login-locked");
        assertThat(bank.issuedFor(user.loginId())).isZero();
        assertThat(keys()).doesNotContain("inkan-");
    }

    @Test
    @DisplayName("a second time for the same login id is refused, and the first certificate stays")
    void alreadyIssued() {
        assertThat(host.issue(user.loginId(), user.password()).path("type").asText()).isEqualTo("done");
        assertFailed(host.issue(user.loginId(), user.password()), "G004e", "already-issued");
        assertThat(list()).hasSize(1);
        assertThat(keys()).doesNotContain("pending");
    }

    /** Its own second attempt overtakes it; the help that "already issued" asks for makes room for it. */
    @Test
    @Timeout(120)
    @DisplayName("a request that is held up until the certificate in its way is revoked gets none whose key is gone")
    void heldUp() throws Exception {
        KeyPairGenerator elsewhere = KeyPairGenerator.getInstance("RSA");
        elsewhere.initialize(2048);
        bank.certify(user, elsewhere.generateKeyPair().getPublic(), bank.now());
        var late = new Fault.Late(new CountDownLatch(1));
        bank.answerNext(ENROL, late);
        assertFailed(host.issue(user.loginId(), user.password()), "G004e", "already-issued");
        assertThat(keys()).doesNotContain("pending");
        bank.revoke(user.loginId());
        late.released().countDown();
        late.done().await();
        assertThat(bank.issuedFor(user.loginId())).isEqualTo(1);
        HostProcess.assertDone(host.issue(user.loginId(), user.password()));
        assertThat(list()).hasSize(1);
    }

    @Test
    @Timeout(120)
    @DisplayName("an attempt that gets there after the certificate of the next one was revoked makes no second one")
    void heldUpTwin() throws Exception {
        var late = new Fault.Late(new CountDownLatch(1));
        bank.answerNext(ENROL, late);
        HostProcess.assertDone(host.issue(user.loginId(), user.password()));
        bank.revoke(user.loginId());
        late.released().countDown();
        late.done().await();
        assertThat(bank.issuedFor(user.loginId())).isEqualTo(1);
        HostProcess.assertDone(host.issue(user.loginId(), user.password()));
        assertThat(bank.issuedFor(user.loginId())).isEqualTo(2);
    }

    @Test
    @DisplayName("an answer that is lost on the way is fetched again: one certificate, the same")
    void lostAnswer() {
        bank.answerNext(ENROL, new Fault.DropConnection());
        assertThat(host.issue(user.loginId(), user.password()).path("type").asText()).isEqualTo("done");
        assertThat(bank.issuedFor(user.loginId())).isEqualTo(1);
        assertThat(list()).hasSize(1);
    }

    @Test
    @DisplayName("an answer that can't be read loses nothing, even if the host is killed then: the next one fetches the certificate by itself")
    void unreadableAnswer() throws Exception {
        bank.answerNext(ENROL, new Fault.Garbage(100));
        assertFailed(host.issue(user.loginId(), user.password()), "G005e", "bank-answer");
        assertThat(bank.issuedFor(user.loginId())).isEqualTo(1);
        host.kill();

        host = HostProcess.welcomed(profile.environment(), folder.resolve("stderr"));
        assertThat(host.receive().path("type").asText()).isEqualTo("recovered");
        assertThat(bank.issuedFor(user.loginId())).isEqualTo(1);
        assertThat(list()).hasSize(1);
    }

    @ParameterizedTest
    @EnumSource(WrongCertificates.Kind.class)
    @DisplayName("a wrong certificate isn't installed; the right one still can be")
    void wrongCertificate(WrongCertificates.Kind kind) {
        bank.answerNext(ENROL, new Fault.WrongCertificate(kind));
        assertFailed(host.issue(user.loginId(), user.password()), "G005e", "certificate-rejected");
        assertThat(list()).isEmpty();
        assertThat(host.issue(user.loginId(), user.password()).path("type").asText()).isEqualTo("done");
    }

    @Test
    @DisplayName("a bank that is busy for a moment is asked again, one that is busy for long is named")
    void busy() {
        bank.answerNext(ENROL, new Fault.Status(503, Duration.ofSeconds(1)));
        assertThat(host.issue(user.loginId(), user.password()).path("type").asText()).isEqualTo("done");

        bank.answerNext(SIGN_IN, new Fault.Status(503, Duration.ofMinutes(10)));
        assertFailed(host.issue(user.loginId(), user.password()), "G008e", "bank-busy");
    }

    @Test
    @DisplayName("going back before the password is sent leaves nothing, and the next flow works")
    void cancelled() {
        JsonNode prompt = host.beginIssue();
        host.cancel(prompt);
        assertThat(host.receive().path("type").asText()).isEqualTo("cancelled");
        assertThat(bank.issuedFor(user.loginId())).isZero();
        assertThat(host.issue(user.loginId(), user.password()).path("type").asText()).isEqualTo("done");
    }

    @Test
    @DisplayName("a login id may hold any character")
    void strangeLoginId() throws IOException {
        for (String loginId : List.of("#logid", "a,b=c+d", "\\x", "山田 太郎")) {
            User strange = bank.addUser(loginId);
            assertThat(host.issue(loginId.replace("\\", "\\\\"), strange.password()).path("certificate").path("commonName").asText())
                    .startsWith(loginId + " A001 ");
        }
    }
}
