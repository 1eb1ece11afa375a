package jp.inkan.e2e.host;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import jp.inkan.e2e.Secrets;
import jp.inkan.e2e.bank.fault.Fault;
import jp.inkan.e2e.bank.state.Plan;
import jp.inkan.e2e.bank.state.Step;
import jp.inkan.e2e.bank.token.Token;
import jp.inkan.e2e.browser.Commands;
import jp.inkan.e2e.browser.Product;
import jp.inkan.e2e.proxy.Admission;
import jp.inkan.e2e.proxy.OfficeProxy;
import jp.inkan.e2e.proxy.Squid;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayName("Secrets, seen from outside the host")
class HostSecretsIT extends HostAtBank {
    private static final String PROXY_PASSWORD = "proxy-Pass-8153";
    private static final String ANSWER = "ねりまだいいち";

    private final List<String> told = new ArrayList<>();

    @BeforeEach
    void careful() throws Exception {
        user = bank.addUser(Plan.asking(Step.QUESTION, Step.TRANSACTION, Step.ONE_TIME_PASSWORD)
                .withQuestion("出身校は？", ANSWER));
    }

    private JsonNode tell(JsonNode prompt, String field, String secret) {
        told.add(secret);
        host.answer(prompt, Map.of(field, secret));
        return host.receiveOutcome();
    }

    /** Everything is asked, and everything is answered wrongly first. */
    private void issue() {
        told.addAll(List.of(user.password(), "wrong-" + user.password(), PROXY_PASSWORD));
        JsonNode prompt = host.issue(user.loginId(), "wrong-" + user.password());
        if (prompt.path("screen").asText().equals("CCHK008")) {
            host.answer(prompt, Map.of("proxyUser", "keiri", "proxyPassword", PROXY_PASSWORD));
            prompt = host.receiveOutcome();
        }
        host.answer(prompt, user.loginId(), user.password());
        prompt = tell(host.receiveOutcome(), "answer", "まちがった答え");
        prompt = tell(prompt, "answer", ANSWER);
        assertThat(prompt.path("screen").asText()).isEqualTo("CCHK005");
        prompt = tell(prompt, "transactionNumber", Token.of(user).transactionNumber(Qr.text(prompt)));
        assertThat(prompt.path("screen").asText()).isEqualTo("CCHK003");
        HostProcess.assertDone(tell(prompt, "oneTimePassword", Token.of(user).oneTimePassword(bank.now())));
    }

    @Test
    @DisplayName("are in no file, no argument, no variable and no message of a whole run, in any form")
    void nowhere() throws Exception {
        try (Squid squid = Squid.start(new Admission.Basic("keiri", PROXY_PASSWORD), bank.ports().keySet())) {
            host.close();
            Path stderr = folder.resolve("stderr");
            host = HostProcess.welcomed(
                    OfficeProxy.environment(bank, folder, profile.environment(), squid.url()), stderr);
            issue();
        }
        var secrets = new Secrets(told);
        Path process = Path.of("/proc", Long.toString(host.pid()));
        secrets.assertNotIn(Files.readAllBytes(process.resolve("cmdline")), "the arguments");
        secrets.assertNotIn(Files.readAllBytes(process.resolve("environ")), "the environment");
        secrets.assertNotIn(host.received(), "what the host wrote to the browser");
        host.close();
        assertThat(profile.log()).isNotEmptyFile();
        secrets.assertNotBelow(folder);
    }

    @Test
    @DisplayName("are in the host's memory no more once they were used, in UTF-8 or UTF-16")
    void cleared() throws Exception {
        issue();
        var memory = new Memory(host.pid());
        // What is there for sure is found: the search works.
        assertThat(memory.find(user.loginId())).isNotEmpty();
        for (String secret : List.of(user.password(), "wrong-" + user.password(), ANSWER, "まちがった答え")) {
            assertThat(memory.find(secret)).isEmpty();
        }
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    @Timeout(120)
    @DisplayName("are in the host's memory no more where the bank doesn't answer, whether the user stops it or the host does")
    void unanswered(boolean stopped) throws Exception {
        String secret = "wrong-" + user.password();
        var released = new CountDownLatch(1);
        bank.answerNext(SIGN_IN, new Fault.Late(released));
        JsonNode prompt = host.beginIssue();
        host.answer(prompt, user.loginId(), secret);
        assertThat(host.receive().path("type").asText()).isEqualTo("progress");
        if (stopped) {
            awaitMet(SIGN_IN);
            host.cancel(prompt);
        }
        assertThat(host.receiveOutcome().path("type").asText()).isEqualTo(stopped ? "cancelled" : "failed");
        released.countDown();
        assertThat(new Memory(host.pid()).find(secret)).isEmpty();
    }

    private void awaitMet(String path) throws InterruptedException {
        while (!bank.allMet(path)) {
            Thread.sleep(10);
        }
    }

    @Test
    @DisplayName("are written down by no crash of the host's, and no debugger of the JVM's can ask for them")
    void crash() throws Exception {
        Path where = Files.createDirectory(folder.resolve("where-it-was-started"));
        var command = new ProcessBuilder(Product.find().launcher().toString(), HostProcess.ORIGIN)
                .directory(where.toFile()).redirectError(folder.resolve("crash").toFile());
        command.environment().putAll(profile.environment());
        try (HostProcess crashing = HostProcess.start(command)) {
            crashing.hello();
            crashing.issue(user.loginId(), "wrong-" + user.password());
            String pid = Long.toString(crashing.pid());
            Process debugger = new ProcessBuilder(Path.of(System.getProperty("java.home"), "bin", "jcmd").toString(), pid, "Thread.print")
                    .redirectErrorStream(true).redirectOutput(folder.resolve("debugger").toFile()).start();
            assertThat(debugger.waitFor()).isNotZero();
            Commands.run(profile.environment(), "kill", "-SEGV", pid);
            crashing.awaitExit();
        }
        assertThat(where).isEmptyDirectory();
        assertThat(folder.resolve("crash")).isEmptyFile();
        new Secrets(List.of("wrong-" + user.password())).assertNotBelow(folder);
    }
}
