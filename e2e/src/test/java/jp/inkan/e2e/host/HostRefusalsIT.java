package jp.inkan.e2e.host;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import jp.inkan.e2e.bank.fault.Fault;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What an extension in good order never does, and what a bank in good order never says: the host refuses it by name. */
@DisplayName("The packaged host refuses")
@Timeout(90)
class HostRefusalsIT extends HostAtBank {
    private static final String ELSEWHERE = "https://www.cc2235.bizsol.anser.ne.jp";

    private static void assertRefused(JsonNode error, String id, String code, String reason) {
        assertThat(error.path("type").asText()).isEqualTo("error");
        assertThat(error.path("id").asText()).isEqualTo(id);
        assertThat(error.path("code").asText()).isEqualTo(code);
        assertThat(error.path("reason").asText()).isEqualTo(reason);
    }

    private void send(String type, String id, String institution, String origin, String more) {
        host.send("{'type':'" + type + "','id':'" + id + "','institution':'" + institution + "','origin':'" + origin + "'" + more + "}");
    }

    private HostProcess second() {
        return HostProcess.welcomed(profile.environment(), folder.resolve("stderr-of-second"));
    }

    @Test
    @DisplayName("hello-first: everything before hello, and a second hello; after hello it works")
    void helloFirst() throws Exception {
        Path stderr = folder.resolve("stderr-of-silent");
        try (HostProcess silent = HostProcess.start(profile.environment(), stderr, HostProcess.ORIGIN)) {
            silent.send("{'type':'survey','id':'s'}");
            assertRefused(silent.receive(), "s", "G005e", "hello-first");
            silent.send("{'type':'answer','id':'a','flow':'f','prompt':'p','fields':{'password':'x'}}");
            assertRefused(silent.receive(), "a", "G005e", "hello-first");
            silent.hello();
            silent.send("{'type':'hello','id':'h','protocol':1,'version':'0.1.0','minimumHost':'0.1.0','browser':'chromium','language':'ja'}");
            assertRefused(silent.receive(), "h", "G005e", "hello-first");
            assertThat(silent.issue(user.loginId(), user.password()).path("type").asText()).isEqualTo("done");
        }
        assertThat(stderr).isEmptyFile();
    }

    @Test
    @DisplayName("flow-busy: a second flow at the same port; the first goes on")
    void secondFlow() {
        JsonNode prompt = host.beginIssue();
        assertRefused(host.beginIssue(), "f2", "G008e", "flow-busy");
        assertRefused(host.beginRenewal("0123456789abcdef"), "f3", "G008e", "flow-busy");
        host.answer(prompt, user.loginId(), user.password());
        HostProcess.assertDone(host.receiveOutcome());
    }

    @Test
    @DisplayName("flow-busy: another browser's host that is at the key store for long; later it works there too")
    void secondHost() throws Exception {
        // A minute at least, if it has to be: twice the longest pause that a host lets a bank ask for, and then as long as it waits for an answer.
        var released = new CountDownLatch(1);
        bank.answerNext(ENROL, new Fault.Status(503, Duration.ofSeconds(15)));
        bank.answerNext(ENROL, new Fault.Status(503, Duration.ofSeconds(15)));
        bank.answerNext(ENROL, new Fault.Late(released));
        host.answer(host.beginIssue(), user.loginId(), user.password());
        JsonNode message = host.receive();
        while (!message.path("stage").asText().equals("requesting")) {
            message = host.receive();
        }
        var colleague = bank.addUser();
        try (HostProcess second = second()) {
            assertFailed(second.issue(colleague.loginId(), colleague.password()), "G008e", "flow-busy");
            released.countDown();
            assertThat(bank.issuedFor(colleague.loginId())).isZero();
            HostProcess.assertDone(host.receiveOutcome());
            HostProcess.assertDone(second.issue(colleague.loginId(), colleague.password()));
        }
        assertThat(folder.resolve("stderr-of-second")).isEmptyFile();
    }

    @Test
    @DisplayName("prompt-unknown: an answer to a prompt that isn't open, or with other fields; the right one still counts")
    void promptUnknown() {
        JsonNode prompt = host.beginIssue();
        String flow = prompt.path("flow").asText();
        host.send("{'type':'answer','id':'x','flow':'" + flow + "','prompt':'p99','fields':{'loginId':'a','password':'b'}}");
        assertRefused(host.receive(), "x", "G005e", "prompt-unknown");
        host.send("{'type':'answer','id':'y','flow':'" + flow + "','prompt':'" + prompt.path("prompt").asText()
                + "','fields':{'password':'b'}}");
        assertRefused(host.receive(), "y", "G005e", "prompt-unknown");
        host.answer(prompt, user.loginId(), user.password());
        HostProcess.assertDone(host.receiveOutcome());
    }

    @ParameterizedTest
    @ValueSource(strings = {
        ELSEWHERE,
        "https://www.cc9999.bizsol.anser.ne.jp.example.jp",
        "https://cc9999.bizsol.anser.ne.jp",
        "chrome-extension://aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa"
    })
    @DisplayName("origin-mismatch: a page that isn't the institution's asks for nothing of it, not even the list")
    void originMismatch(String origin) {
        send("list", "l", "9999", origin, "");
        assertRefused(host.receive(), "l", "G004e", "origin-mismatch");
        send("issue", "i", "9999", origin, "");
        assertRefused(host.receive(), "i", "G004e", "origin-mismatch");
        for (String type : new String[] {"renew", "remove"}) {
            send(type, "r", "9999", origin, ",'certificate':'0123456789abcdef'");
            assertRefused(host.receive(), "r", "G004e", "origin-mismatch");
        }
    }

    @Test
    @DisplayName("input-invalid: an answer of a length that the institution doesn't have comes again, before the bank hears of it")
    void inputInvalid() {
        JsonNode prompt = host.beginIssue();
        for (Map<String, String> wrong : List.of(
            Map.of("loginId", "x".repeat(65), "password", user.password()),
            Map.of("loginId", user.loginId(), "password", ""),
            Map.of("loginId", user.loginId(), "password", "x".repeat(65)))) {
            host.answer(prompt, wrong);
            prompt = host.receive();
            assertThat(prompt.path("screen").asText()).isEqualTo("CCHK002");
            assertThat(prompt.at("/problem/code").asText()).isEqualTo("G006e");
            assertThat(prompt.at("/problem/reason").asText()).isEqualTo("input-invalid");
            assertThat(prompt.at("/problem/triesLeft").isMissingNode()).isTrue();
        }
        host.answer(prompt, user.loginId(), user.password());
        HostProcess.assertDone(host.receiveOutcome());
    }

    @ParameterizedTest
    @ValueSource(strings = {"2146", "2224", "2235", "2549"})
    @DisplayName("institution-unsupported: to issue and to renew at a real institution; its certificates are listed all the same")
    void unsupported(String institution) {
        String origin = "https://www.cc" + institution + ".bizsol.anser.ne.jp";
        send("issue", "i", institution, origin, "");
        assertRefused(host.receive(), "i", "G004e", "institution-unsupported");
        send("renew", "r", institution, origin, ",'certificate':'0123456789abcdef'");
        assertRefused(host.receive(), "r", "G004e", "institution-unsupported");
        send("list", "l", institution, origin, "");
        JsonNode list = host.receive();
        assertThat(list.path("type").asText()).isEqualTo("certificates");
        assertThat(list.at("/institution/supported").asBoolean(true)).isFalse();
    }

    @Test
    @DisplayName("bank-refused: where the bank's problem is one that nobody knows; it is told without guessing, and nothing is issued")
    void bankRefused() {
        bank.answerNext(SIGN_IN, new Fault.Refusal(403, "moon-in-the-wrong-house"));
        JsonNode failed = host.issue(user.loginId(), user.password());
        assertFailed(failed, "G005e", "bank-refused");
        assertThat(failed.path("retry").asBoolean()).isFalse();
        assertThat(bank.issuedFor(user.loginId())).isZero();
        HostProcess.assertDone(host.issue(user.loginId(), user.password()));
    }
}
