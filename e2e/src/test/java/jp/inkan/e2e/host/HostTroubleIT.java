package jp.inkan.e2e.host;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.SocketTimeoutException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.HashMap;
import jp.inkan.e2e.bank.PracticeBank;
import jp.inkan.e2e.bank.fault.Fault;
import jp.inkan.e2e.bank.pki.WrongCertificates;
import jp.inkan.e2e.bank.state.User;
import jp.inkan.e2e.browser.Commands;
import jp.inkan.e2e.browser.Product;
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
    @DisplayName("after a lost answer, and the sign-in is forgotten before the next, the certificate is still received later")
    void forgottenSignIn() throws Exception {
        // The bank's sessions last ten minutes, and the clocks may be ten minutes apart: from one end to the other.
        bank.letClockGoWrong(Duration.ofSeconds(-590));
        try (HostProcess host = HostProcess.welcomed(profile.environment(), folder.resolve("stderr"))) {
            bank.answerNext(ENROL, new Fault.DropConnection());
            bank.answerNext(ENROL, new Fault.Status(503, Duration.ofSeconds(3)));
            host.answer(host.beginIssue(), user.loginId(), user.password());
            while (bank.issuedFor(user.loginId()) == 0) {
                Thread.sleep(20);
            }
            bank.letClockGoWrong(Duration.ofSeconds(1180));
            assertThat(host.receiveOutcome().path("reason").asText()).isEqualTo("session-expired");

            assertThat(host.issue(user.loginId(), user.password()).path("type").asText()).isEqualTo("done");
            assertThat(bank.issuedFor(user.loginId())).isEqualTo(1);
        }
    }

    @Test
    @DisplayName("because four answers are lost, it is called unreachable; the next start receives the certificate")
    void everyAnswerLost() throws Exception {
        for (int i = 0; i < 4; i++) {
            bank.answerNext(ENROL, new Fault.DropConnection());
        }
        assertFails(new HashMap<>(profile.environment()), "G008e", "bank-unreachable");
        assertThat(bank.issuedFor(user.loginId())).isEqualTo(1);
        assertReceivedByItself();
    }

    @Test
    @DisplayName("at once, but later, it is asked again with the same bytes: 202, a lost answer, one certificate")
    void inTheEnd() throws Exception {
        bank.answerNext(ENROL, new Fault.Status(202, Duration.ofSeconds(1)));
        bank.answerNext(ENROL, new Fault.DropConnection());
        try (HostProcess host = HostProcess.welcomed(profile.environment(), folder.resolve("stderr"))) {
            HostProcess.assertDone(host.issue(user.loginId(), user.password()));
            assertThat(bank.issuedFor(user.loginId())).isEqualTo(1);
        }
    }

    @Test
    @DisplayName("because it hands out wrong certificates, none is installed, until an honest answer gives the right one")
    void wrongCertificate() throws Exception {
        bank.answerNext(ENROL, new Fault.WrongCertificate(WrongCertificates.Kind.NOT_VALID_YET));
        try (HostProcess host = HostProcess.welcomed(profile.environment(), folder.resolve("stderr"))) {
            assertThat(host.issue(user.loginId(), user.password()).path("reason").asText()).isEqualTo("certificate-rejected");
        }
        bank.answerNext("/inkan/v1/requests/", new Fault.WrongCertificate(WrongCertificates.Kind.NOT_VALID_YET));
        assertThat(resume()).isEmpty();
        assertReceivedByItself();
    }

    /** Without a sign-in, at the next start. */
    private void assertReceivedByItself() {
        resume();
        assertThat(Commands.run(profile.environment(), Product.find().launcher().toString(), "list"))
                .contains(bank.certificatesOf(user.loginId()).getFirst().getSerialNumber().toString(16));
        assertThat(bank.issuedFor(user.loginId())).isEqualTo(1);
    }

    private String resume() {
        return Commands.run(profile.environment(), Product.find().launcher().toString(), "resume");
    }

    @Test
    @DisplayName("reminders come all the same: the daily check-up and the list call no bank")
    void checkUpCallsNobody() throws Exception {
        var environment = new HashMap<>(profile.environment());
        try (var listener = new ServerSocket(0, 1, InetAddress.getByAddress(new byte[] {127, 0, 0, 1}))) {
            Path configuration = Files.writeString(folder.resolve("listening.json"), Files.readString(bank.hostConfiguration())
                    .replaceAll("(ne\\.jp\"\\s*:\\s*)\\d+", "$1" + listener.getLocalPort()));
            environment.put("INKAN_CONFIG", configuration.toString());
            try (HostProcess host = HostProcess.welcomed(environment, folder.resolve("stderr"))) {
                host.send("{'type':'survey','id':'s'}");
                assertThat(host.receive().path("type").asText()).isEqualTo("overview");
                host.send("{'type':'list','id':'l','institution':'9999','origin':'" + HostProcess.PRACTICE_ORIGIN + "'}");
                assertThat(host.receive().path("type").asText()).isEqualTo("certificates");
            }
            listener.setSoTimeout(1);
            assertThatThrownBy(listener::accept).isInstanceOf(SocketTimeoutException.class);
            // The same configuration would have led there.
            try (HostProcess host = HostProcess.welcomed(environment, folder.resolve("stderr"))) {
                host.answer(host.beginIssue(), user.loginId(), user.password());
                listener.setSoTimeout(30_000);
                listener.accept().close();
                assertThat(host.receiveOutcome().path("reason").asText()).isEqualTo("bank-unreachable");
            }
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
