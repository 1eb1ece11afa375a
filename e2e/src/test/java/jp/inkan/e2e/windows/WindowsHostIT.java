package jp.inkan.e2e.windows;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import jp.inkan.e2e.bank.PracticeBank;
import jp.inkan.e2e.bank.fault.Fault;
import jp.inkan.e2e.bank.state.User;
import jp.inkan.e2e.host.HostProcess;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/**
 * What the MSI lays down, in wine 8 with the stand-in for ncrypt.dll, and the practice bank; no browser. The bank's clock is
 * moved: nobody can put an old certificate's key into CNG.
 */
@DisplayName("The Windows host at the bank, in wine 8 with the stand-in")
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@Timeout(240)
class WindowsHostIT {
    private static final String ENROL = "/.well-known/est/9999/simpleenroll";
    /** Within the last 40 days of a certificate's year. */
    private static final Duration UNTIL_RENEWAL = Duration.ofDays(340);

    private Path folder;
    private Wine pc;
    private PracticeBank bank;
    private User user;
    private HostProcess host;

    @BeforeAll
    void install(@TempDir Path empty) throws IOException {
        folder = empty;
        pc = Wine.at(folder.resolve("pc"));
        pc.layIn(Mingw.dll("ncrypt", folder, "bcrypt"));
    }

    @AfterAll
    void uninstall() throws IOException {
        pc.close();
    }

    @BeforeEach
    void open() throws IOException {
        bank = PracticeBank.start();
        user = bank.addUser();
    }

    @AfterEach
    void close() throws Exception {
        if (host != null) {
            host.close();
        }
        bank.close();
    }

    private void start() throws IOException {
        start(Map.of());
    }

    private void start(Map<String, String> more) throws IOException {
        ProcessBuilder command = pc.command(WindowsPackage.find().folder().resolve("inkan-host.exe").toString(), HostProcess.ORIGIN);
        command.environment().putAll(more);
        // A path without a drive: Windows takes it on the drive of the working folder, which is Linux's.
        command.environment().put("INKAN_CONFIG", bank.hostConfiguration().toString());
        host = HostProcess.start(command.directory(folder.toFile()).redirectError(folder.resolve("stderr").toFile()));
        host.hello();
    }

    /** Those of every user of the tests, as {@link #keys}. */
    private List<String> ids() {
        host.send("{'type':'list','id':'l','institution':'9999','origin':'" + HostProcess.PRACTICE_ORIGIN + "'}");
        return host.receive().path("certificates").findValuesAsText("id");
    }

    /** Those of every user of the tests. */
    private long keys() throws IOException {
        Path keys = pc.localAppData().resolve("ncrypt-stand-in");
        if (!Files.exists(keys)) {
            return 0;
        }
        try (Stream<Path> files = Files.walk(keys)) {
            return files.filter(Files::isRegularFile).count();
        }
    }

    private String id(JsonNode done) {
        HostProcess.assertDone(done);
        return done.at("/certificate/id").asText();
    }

    @Test
    @DisplayName("issues; renews with the certificate's own key in TLS, twice; and removes what was replaced, with its key")
    void issuesAndRenews() throws Exception {
        start();
        long before = keys();
        String first = id(host.issue(user.loginId(), user.password()));
        assertThat(ids()).contains(first);

        host.close();
        bank.moveClock(UNTIL_RENEWAL);
        start();
        String second = id(host.renew(first, user.password()));
        bank.moveClock(UNTIL_RENEWAL);
        String third = id(host.renew(second, user.password()));
        assertThat(bank.issuedFor(user.loginId())).isEqualTo(3);

        assertThat(ids()).contains(second, third);
        long held = keys();
        assertThat(host.remove(second).path("type").asText()).isEqualTo("removed");
        assertThat(ids()).contains(third).doesNotContain(second);
        assertThat(keys()).isEqualTo(held - 1).isGreaterThan(before);
    }

    @Test
    @DisplayName("killed once the key is made: the next start ends that enrolment, and the next try issues for the same key")
    void killedAfterTheKey() throws Exception {
        start(Map.of("INKAN_NCRYPT_END", "NCryptFinalizeKey"));
        long before = keys();
        host.answer(host.beginIssue(), user.loginId(), user.password());
        host.awaitExit();
        assertThat(keys()).isEqualTo(before + 1);

        start();
        JsonNode recovered = host.receive();
        assertThat(recovered.path("type").asText()).isEqualTo("recovered");
        assertThat(recovered.has("certificate")).isFalse();
        HostProcess.assertDone(host.issue(user.loginId(), user.password()));
        assertThat(bank.issuedFor(user.loginId())).isEqualTo(1);
        assertThat(keys()).isEqualTo(before + 1);
    }

    @Test
    @DisplayName("killed while the bank's answer is on its way: the next start installs the certificate by itself, for the same key")
    void killedAfterTheRequest() throws Exception {
        start();
        long before = keys();
        bank.answerNext(ENROL, new Fault.Garbage(100));
        assertThat(host.issue(user.loginId(), user.password()).path("reason").asText()).isEqualTo("bank-answer");
        assertThat(bank.issuedFor(user.loginId())).isEqualTo(1);
        host.kill();

        start();
        JsonNode recovered = host.receive();
        assertThat(recovered.path("type").asText()).isEqualTo("recovered");
        assertThat(ids()).contains(recovered.at("/certificate/id").asText());
        assertThat(bank.issuedFor(user.loginId())).isEqualTo(1);
        assertThat(keys()).isEqualTo(before + 1);
    }
}
