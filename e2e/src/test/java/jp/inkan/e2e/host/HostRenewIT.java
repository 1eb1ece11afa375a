package jp.inkan.e2e.host;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.StreamSupport;
import jp.inkan.e2e.Held;
import jp.inkan.e2e.bank.fault.Fault;
import jp.inkan.e2e.bank.pki.WrongCertificates;
import jp.inkan.e2e.bank.state.Obstacle;
import jp.inkan.e2e.bank.state.Plan;
import jp.inkan.e2e.bank.state.Step;
import jp.inkan.e2e.bank.state.User;
import jp.inkan.e2e.bank.token.Token;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

@DisplayName("Renewing, seen from the port")
class HostRenewIT extends HostAtBank {
    private static final String REENROL = "/.well-known/est/9999/simplereenroll";

    private JsonNode hold(Duration age) {
        return hold(age, user);
    }

    /** @return the certificate as the list has it */
    private JsonNode hold(Duration age, User holder) {
        Held held = Held.since(age, holder, bank, profile);
        return StreamSupport.stream(list().spliterator(), false)
                .filter(each -> each.path("serialNumber").asText().equals(held.serialNumber()))
                .findFirst().orElseThrow();
    }

    private JsonNode renew(JsonNode certificate) {
        return host.renew(certificate.path("id").asText(), user.password());
    }

    private List<String> ids() {
        return StreamSupport.stream(list().spliterator(), false).map(each -> each.path("id").asText()).toList();
    }

    @Test
    @DisplayName("asks the password alone, tells five stages, and keeps the old certificate beside the new one")
    void renews() {
        JsonNode old = hold(Held.RENEWABLE);
        assertThat(old.path("renewable").asBoolean()).isTrue();
        JsonNode prompt = host.beginRenewal(old.path("id").asText());
        assertThat(prompt.path("screen").asText()).isEqualTo("CCHK002");
        assertThat(prompt.path("fields").findValuesAsText("name")).containsExactly("password");
        host.answer(prompt, Map.of("password", user.password()));
        for (String stage : new String[] {"signing-in", "making-key", "requesting", "checking", "installing"}) {
            assertThat(host.receive().path("stage").asText()).isEqualTo(stage);
        }
        JsonNode done = host.receive();
        assertThat(done.path("type").asText()).isEqualTo("done");
        assertThat(done.at("/certificate/commonName").asText()).matches(user.loginId() + " A001 \\d{20}");
        assertThat(done.at("/certificate/daysLeft").asInt()).isEqualTo(366);
        assertThat(done.at("/replaced/id").asText()).isEqualTo(old.path("id").asText());
        assertThat(done.at("/replaced/replaced").asBoolean()).isTrue();
        assertThat(ids()).containsExactlyInAnyOrder(old.path("id").asText(), done.at("/certificate/id").asText());
    }

    @Test
    @DisplayName("the replaced certificate is removed when the user wants it, the new one isn't, nor one that nothing replaces")
    void removes() {
        JsonNode old = hold(Held.RENEWABLE);
        assertThat(host.remove(old.path("id").asText()).path("reason").asText()).isEqualTo("not-replaced");
        JsonNode done = renew(old);
        assertThat(host.remove(done.at("/certificate/id").asText()).path("reason").asText()).isEqualTo("not-replaced");
        assertThat(host.remove(old.path("id").asText()).path("type").asText()).isEqualTo("removed");
        assertThat(ids()).containsExactly(done.at("/certificate/id").asText());
        assertThat(host.remove(old.path("id").asText()).path("reason").asText()).isEqualTo("certificate-unknown");
        assertThat(keys().lines().filter(line -> line.contains(" u,u,u"))).hasSize(1);
    }

    @Test
    @DisplayName("a renewed certificate can be renewed in its turn, and not the one it replaced")
    void again() {
        JsonNode old = hold(Held.RENEWABLE);
        HostProcess.assertDone(renew(old));
        assertFailed(renew(old), "G004e", "not-renewable");
    }

    @Test
    @DisplayName("too early is refused before anything is asked; expired isn't listed, but counted")
    void outsideTheWindow() throws Exception {
        JsonNode early = hold(Held.TOO_EARLY);
        assertThat(early.path("renewable").asBoolean()).isFalse();
        assertFailed(renew(early), "G004e", "not-renewable");

        Held expired = Held.since(Held.EXPIRED, bank.addUser(), bank, profile);
        host.send("{'type':'list','id':'l','institution':'9999','origin':'" + HostProcess.PRACTICE_ORIGIN + "'}");
        JsonNode certificates = host.receive();
        assertThat(certificates.path("certificates").findValuesAsText("serialNumber")).doesNotContain(expired.serialNumber());
        assertThat(certificates.path("expired").asInt()).isEqualTo(1);
    }

    @Test
    @DisplayName("asks whatever the bank asks, in the bank's order")
    void steps() throws Exception {
        User careful = bank.addUser(Plan.asking(Step.QUESTION, Step.ONE_TIME_PASSWORD).withQuestion("出身校は？", "練馬"));
        JsonNode old = hold(Held.RENEWABLE, careful);
        JsonNode question = host.renew(old.path("id").asText(), careful.password());
        assertThat(question.path("screen").asText()).isEqualTo("CCHK006");
        host.answer(question, Map.of("answer", "練馬"));
        JsonNode number = host.receiveOutcome();
        assertThat(number.path("screen").asText()).isEqualTo("CCHK003");
        host.answer(number, Map.of("oneTimePassword", Token.of(careful).oneTimePassword(bank.now())));
        HostProcess.assertDone(host.receiveOutcome());
    }

    @Test
    @DisplayName("a wrong password is asked for again; going back leaves the old certificate as it is")
    void wrongPassword() {
        JsonNode old = hold(Held.RENEWABLE);
        JsonNode again = host.renew(old.path("id").asText(), "wrong");
        assertThat(again.at("/problem/reason").asText()).isEqualTo("credentials");
        assertThat(again.at("/problem/triesLeft").asInt()).isEqualTo(4);
        host.cancel(again);
        assertThat(host.receive().path("type").asText()).isEqualTo("cancelled");
        assertThat(list()).containsExactly(old);
        assertThat(bank.issuedFor(user.loginId())).isEqualTo(1);
    }

    @Test
    @DisplayName("a revoked certificate isn't renewed")
    void revoked() throws Exception {
        JsonNode old = hold(Held.RENEWABLE);
        bank.revoke(user.loginId());
        assertFailed(renew(old), "G004e", "certificate-revoked");
    }

    @Test
    @DisplayName("an answer that is lost on the way is fetched again: one new certificate")
    void lostAnswer() {
        JsonNode old = hold(Held.RENEWABLE);
        bank.answerNext(REENROL, new Fault.DropConnection());
        HostProcess.assertDone(renew(old));
        assertThat(bank.issuedFor(user.loginId())).isEqualTo(2);
    }

    @Test
    @DisplayName("a host killed after an answer it couldn't read: the next one fetches the certificate by itself, and the old one stays")
    void killed() throws Exception {
        JsonNode old = hold(Held.RENEWABLE);
        bank.answerNext(REENROL, new Fault.Garbage(100));
        assertFailed(renew(old), "G005e", "bank-answer");
        host.kill();

        host = HostProcess.welcomed(profile.environment(), folder.resolve("stderr"));
        JsonNode recovered = host.receive();
        assertThat(recovered.path("type").asText()).isEqualTo("recovered");
        assertThat(ids()).containsExactlyInAnyOrder(old.path("id").asText(), recovered.at("/certificate/id").asText());
        assertThat(bank.issuedFor(user.loginId())).isEqualTo(2);
    }

    @ParameterizedTest
    @EnumSource(WrongCertificates.Kind.class)
    @DisplayName("a wrong certificate isn't installed; the right one still can be")
    void wrongCertificate(WrongCertificates.Kind kind) {
        JsonNode old = hold(Held.RENEWABLE);
        bank.answerNext(REENROL, new Fault.WrongCertificate(kind));
        assertFailed(renew(old), "G005e", "certificate-rejected");
        assertThat(list()).containsExactly(old);
        HostProcess.assertDone(renew(old));
    }

    @ParameterizedTest
    @EnumSource(Obstacle.class)
    @DisplayName("what must be settled at the bank first is said, as for an issue")
    void obstacles(Obstacle obstacle) throws Exception {
        User held = bank.addUser(Plan.refused(obstacle));
        JsonNode old = hold(Held.RENEWABLE, held);
        assertFailed(host.renew(old.path("id").asText(), held.password()), obstacle.code(), obstacle.reason());
    }
}
