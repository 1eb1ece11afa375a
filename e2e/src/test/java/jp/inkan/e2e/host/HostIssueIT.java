package jp.inkan.e2e.host;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import jp.inkan.e2e.SharedBank;
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
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The packaged host, a real key store and the practice bank; no browser. */
@DisplayName("Issuing, seen from the port")
@Timeout(60)
class HostIssueIT {
    private static final String ENROL = "/.well-known/est/9999/simpleenroll";
    private static final String SIGN_IN = "/inkan/v1/sessions";

    @TempDir
    private Path folder;

    private final PracticeBank bank = SharedBank.get();
    private Profile profile;
    private User user;
    private HostProcess host;

    @BeforeEach
    void start() throws IOException {
        profile = Profile.create(folder, bank);
        user = bank.addUser();
        host = HostProcess.welcomed(profile.environment(), folder.resolve("stderr"));
    }

    @AfterEach
    void end() throws Exception {
        host.close();
        assertThat(folder.resolve("stderr")).isEmptyFile();
    }

    private JsonNode list() {
        host.send("{'type':'list','id':'l','institution':'9999','origin':'" + HostProcess.PRACTICE_ORIGIN + "'}");
        return host.receive().path("certificates");
    }

    private void assertFailed(JsonNode message, String code, String reason) {
        assertThat(message.path("type").asText()).isEqualTo("failed");
        assertThat(message.path("code").asText()).isEqualTo(code);
        assertThat(message.path("reason").asText()).isEqualTo(reason);
    }

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

    private String keys() {
        return Commands.run(profile.environment(), "certutil", "-L", "-d", "sql:" + profile.home().resolve(".local/share/pki/nssdb"));
    }

    @Test
    @DisplayName("a second time for the same login id is refused, and the first certificate stays")
    void alreadyIssued() {
        assertThat(host.issue(user.loginId(), user.password()).path("type").asText()).isEqualTo("done");
        assertFailed(host.issue(user.loginId(), user.password()), "G004e", "already-issued");
        assertThat(list()).hasSize(1);
        assertThat(keys()).doesNotContain("pending");
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
    @DisplayName("an answer that can't be read loses nothing, even if the host is killed then: the next one receives the same certificate")
    void unreadableAnswer() throws Exception {
        bank.answerNext(ENROL, new Fault.Garbage(100));
        assertFailed(host.issue(user.loginId(), user.password()), "G005e", "bank-answer");
        assertThat(bank.issuedFor(user.loginId())).isEqualTo(1);
        host.kill();

        host = HostProcess.welcomed(profile.environment(), folder.resolve("stderr"));
        assertThat(host.issue(user.loginId(), user.password()).path("type").asText()).isEqualTo("done");
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
        host.send("{'type':'cancel','id':'c','flow':'" + prompt.path("flow").asText() + "'}");
        assertThat(host.receive().path("type").asText()).isEqualTo("cancelled");
        assertThat(bank.issuedFor(user.loginId())).isZero();
        assertThat(host.issue(user.loginId(), user.password()).path("type").asText()).isEqualTo("done");
    }

    @Test
    @DisplayName("the old place of the NSS database is used where it is there")
    void oldDatabase() throws Exception {
        host.end();
        Files.createDirectories(profile.home().resolve(".pki"));
        Files.move(profile.home().resolve(".local/share/pki/nssdb"), profile.home().resolve(".pki/nssdb"));
        host = HostProcess.welcomed(profile.environment(), folder.resolve("stderr"));
        assertThat(host.issue(user.loginId(), user.password()).path("type").asText()).isEqualTo("done");
        assertThat(Commands.run(profile.environment(), "certutil", "-L", "-d", "sql:" + profile.home().resolve(".pki/nssdb")))
                .contains("inkan-");
        assertThat(profile.home().resolve(".local/share/pki/nssdb")).doesNotExist();
    }

    @Test
    @DisplayName("a key store that can't be opened is named, before the user is asked for anything")
    void brokenStore() throws Exception {
        host.end();
        Path database = profile.home().resolve(".local/share/pki/nssdb");
        for (String file : new String[] {"cert9.db", "key4.db"}) {
            Files.write(database.resolve(file), new byte[] {1, 2, 3});
        }
        host = HostProcess.welcomed(profile.environment(), folder.resolve("stderr"));
        host.send("{'type':'list','id':'l','institution':'9999','origin':'" + HostProcess.PRACTICE_ORIGIN + "'}");
        JsonNode error = host.receive();
        assertThat(error.path("code").asText()).isEqualTo("G001e");
        assertThat(error.path("reason").asText()).isEqualTo("store-failed");
        assertFailed(host.beginIssue(), "G001e", "store-failed");
    }

    @Test
    @DisplayName("two browsers' hosts at once, for one login id, end with one certificate and one that says so")
    void twoHosts() throws Exception {
        try (HostProcess other = HostProcess.welcomed(profile.environment(), folder.resolve("stderr2"))) {
            JsonNode first = host.beginIssue();
            JsonNode second = other.beginIssue();
            host.answer(first, user.loginId(), user.password());
            other.answer(second, user.loginId(), user.password());
            JsonNode one = host.receiveOutcome();
            JsonNode two = other.receiveOutcome();
            assertThat(List.of(one.path("type").asText(), two.path("type").asText())).containsExactlyInAnyOrder("done", "failed");
            assertThat(one.path("reason").asText() + two.path("reason").asText()).isEqualTo("already-issued");
        }
        assertThat(bank.issuedFor(user.loginId())).isEqualTo(1);
        assertThat(list()).hasSize(1);
        assertThat(keys()).doesNotContain("pending");
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

    @Test
    @DisplayName("neither password nor token is in the log, and what happened is")
    void log() throws Exception {
        host.issue(user.loginId(), user.password());
        host.issue(user.loginId(), user.password());
        host.end();
        String log = Files.readString(profile.log());
        assertThat(log).contains("Issued ").contains("already-issued");
        assertThat(log).doesNotContain(user.password()).doesNotContain("Bearer");
    }
}
