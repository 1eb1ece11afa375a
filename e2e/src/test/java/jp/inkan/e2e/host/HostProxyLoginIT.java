package jp.inkan.e2e.host;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import jp.inkan.e2e.Held;
import jp.inkan.e2e.bank.fault.Fault;
import jp.inkan.e2e.proxy.Admission;
import jp.inkan.e2e.proxy.OfficeProxy;
import jp.inkan.e2e.proxy.Passage;
import jp.inkan.e2e.proxy.Squid;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("A proxy that asks who the user is, seen from the port")
class HostProxyLoginIT extends HostAtBank {
    private static final String USER = "keiri";
    private static final String PASSWORD = "proxy-Pass-1";

    private void behind(Squid squid) throws Exception {
        host.close();
        host = HostProcess.welcomed(
                OfficeProxy.environment(bank, folder, profile.environment(), squid.url()), folder.resolve("stderr"));
    }

    private Squid squid(Admission admission) throws IOException {
        return Squid.start(admission, bank.ports().keySet());
    }

    private void tell(JsonNode prompt, String password) {
        host.answer(prompt, Map.of("proxyUser", USER, "proxyPassword", password));
    }

    @Test
    @DisplayName("CCHK008: is named and answered, wrongly first (G009e); then the bank's own answer comes, and it isn't asked again in this run")
    void asked() throws Exception {
        for (Admission admission : List.of(new Admission.Basic(USER, PASSWORD), new Admission.Digest(USER, PASSWORD))) {
            user = bank.addUser();
            try (Squid squid = squid(admission)) {
                behind(squid);
                JsonNode prompt = host.issue(user.loginId(), user.password());
                assertThat(prompt.path("screen").asText()).isEqualTo("CCHK008");
                assertThat(prompt.at("/show/proxy").asText()).isEqualTo("127.0.0.1:" + squid.port());
                assertThat(prompt.has("problem")).isFalse();
                tell(prompt, "wrong");
                JsonNode again = host.receiveOutcome();
                assertThat(again.at("/problem/code").asText()).isEqualTo("G009e");
                assertThat(again.at("/problem/reason").asText()).isEqualTo("proxy-credentials");
                tell(again, PASSWORD);
                HostProcess.assertDone(host.receiveOutcome());

                assertFailed(host.issue(user.loginId(), user.password()), "G004e", "already-issued");
                assertThat(squid.passages()).extracting(Passage::status).contains(407, 200);
            }
        }
        assertThat(Files.readString(profile.log())).doesNotContain(PASSWORD).doesNotContain(user.password());
    }

    @Test
    @DisplayName("CCHK008: comes for a renewal, too, and 戻る leaves everything as it was")
    void renewal() throws Exception {
        Held old = Held.since(Held.RENEWABLE, user, bank, profile);
        try (Squid squid = squid(new Admission.Digest(USER, PASSWORD))) {
            behind(squid);
            JsonNode prompt = host.renew(old.id(), user.password());
            host.cancel(prompt);
            assertThat(host.receive().path("type").asText()).isEqualTo("cancelled");
            assertThat(bank.issuedFor(user.loginId())).isEqualTo(1);
            tell(host.renew(old.id(), user.password()), PASSWORD);
            HostProcess.assertDone(host.receiveOutcome());
            assertThat(bank.replacementOf(old.certificate())).isPresent();
        }
    }

    @Test
    @DisplayName("CCHK008: comes in the middle, past the sign-in, where another proxy stands there by then; going back then loses nothing")
    void inTheMiddle() throws Exception {
        Squid open = squid(new Admission.Open());
        int port = open.port();
        behind(open);
        bank.answerNext(ENROL, new Fault.Status(503, Duration.ofSeconds(6)));
        host.answer(host.beginIssue(), user.loginId(), user.password());
        JsonNode message = host.receive();
        while (!message.path("stage").asText().equals("requesting")) {
            message = host.receive();
        }
        open.awaitPassages(2);
        open.close();
        try (Squid _ = Squid.start(new Admission.Basic(USER, PASSWORD), bank.ports().keySet(), port)) {
            JsonNode prompt = host.receiveOutcome();
            assertThat(prompt.path("screen").asText()).isEqualTo("CCHK008");
            host.cancel(prompt);
            assertThat(host.receive().path("type").asText()).isEqualTo("cancelled");

            tell(host.issue(user.loginId(), user.password()), PASSWORD);
            HostProcess.assertDone(host.receiveOutcome());
            assertThat(bank.issuedFor(user.loginId())).isEqualTo(1);
            assertThat(keys()).doesNotContain("pending");
        }
    }
}
