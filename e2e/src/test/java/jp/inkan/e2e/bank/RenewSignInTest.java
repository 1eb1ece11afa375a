package jp.inkan.e2e.bank;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.time.Duration;
import java.util.Map;
import jp.inkan.e2e.SharedBank;
import jp.inkan.e2e.bank.state.Obstacle;
import jp.inkan.e2e.bank.state.Plan;
import jp.inkan.e2e.bank.state.Step;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayName("Signing in for a renewal")
class RenewSignInTest {
    private static final PracticeBank BANK = SharedBank.get();
    private static final Duration SOON = Duration.ofDays(20);

    @Test
    @DisplayName("counts wrong passwords on the certificate's login id, together with those of other sign-ins")
    void tries() throws IOException {
        Holder holder = Holder.of(BANK, SOON);
        holder.customer().signIn("wrong");
        for (int left = 3; left > 0; left--) {
            Answer answer = holder.signIn("wrong");
            Refusal.of(answer).is("credentials", 401, "G006e");
            assertThat(answer.json().get("triesLeft").asInt()).isEqualTo(left);
        }
        Refusal.of(holder.signIn("wrong")).is("login-locked", 403, "G005e");
        Refusal.of(holder.signIn()).is("login-locked", 403, "G005e");
        Refusal.of(holder.customer().signIn()).is("login-locked", 403, "G005e");
    }

    @Test
    @DisplayName("says that a certificate is unknown to whoever asks, and counts no try")
    void unknown() throws IOException {
        Holder holder = Holder.of(BANK, SOON);
        for (int i = 0; i < 6; i++) {
            Refusal.of(holder.signIn("1234abcd", "wrong")).is("certificate-unknown", 404, "G004e");
        }
        assertThat(holder.signIn().status()).isEqualTo(201);
    }

    @Test
    @DisplayName("tells that a certificate is revoked, expired or not yet renewable to nobody without the password")
    void passwordFirst() throws IOException {
        Holder revoked = Holder.of(BANK, SOON);
        BANK.revoke(revoked.certificate());
        for (var each : Map.of(revoked, "certificate-revoked", Holder.of(BANK, Duration.ofSeconds(-10)), "not-renewable",
                Holder.of(BANK, Duration.ofDays(100)), "not-renewable").entrySet()) {
            Refusal.of(each.getKey().signIn("wrong")).is("credentials", 401, "G006e");
            Refusal.of(each.getKey().signIn()).is(each.getValue(), 403, "G004e");
        }
    }

    @ParameterizedTest
    @EnumSource
    @DisplayName("meets the obstacles of an issue")
    void obstacles(Obstacle obstacle) throws IOException {
        Refusal.of(Holder.of(BANK, Plan.refused(obstacle), SOON).signIn())
                .is(obstacle.reason(), 403, obstacle.code());
    }

    @Test
    @DisplayName("locks the login id after three wrong answers")
    void wrongAnswers() throws IOException {
        Holder holder = Holder.of(BANK, Plan.asking(Step.QUESTION), SOON);
        String token = holder.token();
        holder.customer().answer(token, "question", "さあ");
        holder.customer().answer(token, "question", "さあ");
        Refusal.of(holder.customer().answer(token, "question", "さあ")).is("login-locked", 403, "G005e");
        Refusal.of(holder.signIn()).is("login-locked", 403, "G005e");
    }

    @ParameterizedTest(name = "{0}")
    @ValueSource(strings = {
        "{\"purpose\":\"renew\",\"password\":\"x\"}",
        "{\"purpose\":\"renew\",\"serialNumber\":\"ab\"}",
        "{\"purpose\":\"renew\",\"serialNumber\":171,\"password\":\"x\"}",
        "{\"purpose\":\"renew\",\"serialNumber\":\"\",\"password\":\"x\"}",
        "{\"purpose\":\"renew\",\"serialNumber\":\"0ab\",\"password\":\"x\"}",
        "{\"purpose\":\"renew\",\"serialNumber\":\"-ab\",\"password\":\"x\"}",
        "{\"purpose\":\"renew\",\"serialNumber\":\"xyz\",\"password\":\"x\"}",
        "{\"purpose\":\"renew\",\"serialNumber\":\"123456789012345678901234567890123\",\"password\":\"x\"}",
        "{\"purpose\":\"renew\",\"serialNumber\":\"ab\",\"password\":\"x\",\"loginId\":\"logid031\"}",
        "{\"purpose\":\"revoke\",\"serialNumber\":\"ab\",\"password\":\"x\"}",
        "{\"purpose\":1,\"serialNumber\":\"ab\",\"password\":\"x\"}"})
    @DisplayName("refuses what isn't the JSON of one")
    void malformed(String json) throws IOException {
        Refusal.of(Customer.of(BANK).post(json)).is("request-malformed", 400, "G005e");
    }
}
