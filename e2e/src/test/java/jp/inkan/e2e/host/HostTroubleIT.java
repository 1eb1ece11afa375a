package jp.inkan.e2e.host;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.HashMap;
import jp.inkan.e2e.bank.PracticeBank;
import jp.inkan.e2e.bank.fault.Fault;
import jp.inkan.e2e.bank.state.User;
import jp.inkan.e2e.browser.Profile;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Each test has a bank of its own, to break as it likes. */
@DisplayName("When the bank can't be had")
@Timeout(60)
class HostTroubleIT {
    private static final String ENROL = "/.well-known/est/9999/simpleenroll";

    @TempDir
    private Path folder;

    private PracticeBank bank;
    private Profile profile;
    private User user;

    @BeforeEach
    void open() throws IOException {
        bank = PracticeBank.start();
        profile = Profile.create(folder, bank);
        user = bank.addUser();
    }

    @AfterEach
    void close() throws IOException {
        bank.close();
    }

    private void assertFails(HashMap<String, String> environment, String code, String reason) throws Exception {
        try (HostProcess host = HostProcess.welcomed(environment, folder.resolve("stderr"))) {
            JsonNode failed = host.issue(user.loginId(), user.password());
            assertThat(failed.path("type").asText()).isEqualTo("failed");
            assertThat(failed.path("code").asText()).isEqualTo(code);
            assertThat(failed.path("reason").asText()).isEqualTo(reason);
            assertThat(failed.path("retry").asBoolean()).isTrue();
        }
    }

    @Test
    @DisplayName("because nobody answers, it is unreachable")
    void unreachable() throws Exception {
        var environment = new HashMap<>(profile.environment());
        Path configuration = Files.copy(bank.hostConfiguration(), folder.resolve("gone.json"));
        Path anchor = Files.copy(bank.trustAnchor(), folder.resolve("gone.pem"));
        Files.writeString(configuration, Files.readString(configuration).replace(bank.trustAnchor().toString(), anchor.toString()));
        environment.put("INKAN_CONFIG", configuration.toString());
        bank.close();
        assertFails(environment, "G008e", "bank-unreachable");
    }

    @Test
    @DisplayName("because something else stands in its place, TLS isn't trusted, and the bank hears nothing")
    void untrusted() throws Exception {
        try (PracticeBank other = PracticeBank.start()) {
            var environment = new HashMap<>(profile.environment());
            Path anchor = Files.copy(other.trustAnchor(), folder.resolve("other.pem"), StandardCopyOption.REPLACE_EXISTING);
            Path configuration = Files.writeString(folder.resolve("other.json"),
                    Files.readString(bank.hostConfiguration()).replace(bank.trustAnchor().toString(), anchor.toString()));
            environment.put("INKAN_CONFIG", configuration.toString());
            assertFails(environment, "G005e", "tls-untrusted");
            assertThat(bank.issuedFor(user.loginId())).isZero();
        }
    }

    @Test
    @DisplayName("because this PC's clock is off, the clock is named, before any certificate is asked for")
    void clock() throws Exception {
        bank.letClockGoWrong(Duration.ofHours(3));
        assertFails(new HashMap<>(profile.environment()), "G005e", "clock-wrong");
        assertThat(bank.issuedFor(user.loginId())).isZero();
    }

    @Test
    @DisplayName("because the bank has forgotten the sign-in when the request comes, nothing is issued, and the next try works")
    void forgottenSignIn() throws Exception {
        // The bank's sessions last ten minutes, and the clocks may be ten minutes apart: from one end to the other.
        bank.letClockGoWrong(Duration.ofSeconds(-590));
        try (HostProcess host = HostProcess.welcomed(profile.environment(), folder.resolve("stderr"))) {
            bank.answerNext(ENROL, new Fault.Status(503, Duration.ofSeconds(3)));
            host.answer(host.beginIssue(), user.loginId(), user.password());
            JsonNode message = host.receive();
            while (!message.path("stage").asText().equals("requesting")) {
                message = host.receive();
            }
            bank.letClockGoWrong(Duration.ofSeconds(1180));
            assertThat(host.receiveOutcome().path("reason").asText()).isEqualTo("session-expired");
            assertThat(bank.issuedFor(user.loginId())).isZero();

            assertThat(host.issue(user.loginId(), user.password()).path("type").asText()).isEqualTo("done");
            assertThat(bank.issuedFor(user.loginId())).isEqualTo(1);
        }
    }

    @Test
    @DisplayName("because no practice configuration is there, the practice bank isn't known, and no other is asked")
    void noConfiguration() throws Exception {
        var environment = new HashMap<>(profile.environment());
        environment.put("INKAN_CONFIG", "");
        try (HostProcess host = HostProcess.welcomed(environment, folder.resolve("stderr"))) {
            JsonNode error = host.beginIssue();
            assertThat(error.path("type").asText()).isEqualTo("error");
            assertThat(error.path("reason").asText()).isEqualTo("institution-unknown");
        }
    }
}
