package jp.inkan.e2e.windows;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import jp.inkan.e2e.bank.fault.Fault;
import jp.inkan.e2e.bank.state.User;
import jp.inkan.e2e.host.HostProcess;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** As with Chrome and Edge open side by side: each has a host of its own. */
@DisplayName("Two Windows hosts at once, in wine 8 with the stand-in")
class WindowsTwoAtOnceIT extends WindowsAtBank {
    private static void awaitStage(HostProcess host, String stage) {
        JsonNode message = host.receive();
        while (!message.path("stage").asText().equals(stage)) {
            assertThat(message.path("type").asText()).isEqualTo("progress");
            message = host.receive();
        }
    }

    @Test
    @DisplayName("issue one certificate for one login id: the other is told that it has been issued (G004e)")
    void oneLoginId() throws Exception {
        HostProcess one = start();
        HostProcess two = start();
        long before = keys();
        JsonNode first = one.beginIssue();
        JsonNode second = two.beginIssue();
        one.answer(first, user.loginId(), user.password());
        two.answer(second, user.loginId(), user.password());

        List<JsonNode> outcomes = List.of(one.receiveOutcome(), two.receiveOutcome());
        assertThat(outcomes).extracting(outcome -> outcome.path("type").asText()).containsExactlyInAnyOrder("done", "failed");
        assertThat(outcomes).flatExtracting(outcome -> outcome.findValuesAsText("code")).containsExactly("G004e");
        assertThat(outcomes).flatExtracting(outcome -> outcome.findValuesAsText("reason")).containsExactly("already-issued");
        assertThat(bank.issuedFor(user.loginId())).isEqualTo(1);
        assertThat(keys()).isEqualTo(before + 1);
    }

    /** Has looked through the journal: it would look after what another host has begun by then, too. */
    private HostProcess settled() throws Exception {
        User third = bank.addUser();
        HostProcess cutOff = start();
        bank.answerNext(ENROL, new Fault.Garbage(100));
        cutOff.issue(third.loginId(), third.password());
        cutOff.kill();
        HostProcess host = start();
        assertThat(recovered(host).has("certificate")).isTrue();
        return host;
    }

    @Test
    @DisplayName("take turns at the store: one that is killed in its turn gives it up, the other goes on, and the next clears up")
    void killedInItsTurn() throws Exception {
        User other = bank.addUser();
        HostProcess waiting = settled();
        HostProcess killed = start();
        var released = new CountDownLatch(1);
        bank.answerNext(ENROL, new Fault.Late(released));
        killed.answer(killed.beginIssue(), user.loginId(), user.password());
        awaitStage(killed, "requesting");

        waiting.answer(waiting.beginIssue(), other.loginId(), other.password());
        awaitStage(waiting, "making-key");
        killed.kill();
        HostProcess.assertDone(waiting.receiveOutcome());
        assertThat(bank.issuedFor(other.loginId())).isEqualTo(1);

        HostProcess next = start();
        assertThat(recovered(next).has("certificate")).isFalse();
        released.countDown();
        HostProcess.assertDone(next.issue(user.loginId(), user.password()));
        assertThat(bank.issuedFor(user.loginId())).isEqualTo(1);
    }
}
