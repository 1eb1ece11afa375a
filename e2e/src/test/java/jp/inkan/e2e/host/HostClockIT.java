package jp.inkan.e2e.host;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Map;
import jp.inkan.e2e.bank.PracticeBank;
import jp.inkan.e2e.bank.state.User;
import jp.inkan.e2e.browser.Profile;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** A bank of its own, whose clock is moved; the host goes by it. */
@DisplayName("The window in which a certificate can be renewed")
@Timeout(60)
class HostClockIT {
    private static final ZoneId JAPAN = ZoneId.of("Asia/Tokyo");

    @TempDir
    private Path folder;

    private PracticeBank bank;
    private HostProcess host;
    private User user;
    private JsonNode issued;

    @BeforeEach
    void issue() throws IOException {
        bank = PracticeBank.start();
        user = bank.addUser();
        host = HostProcess.welcomed(Profile.create(folder, bank).environment(), folder.resolve("stderr"));
        issued = host.issue(user.loginId(), user.password()).path("certificate");
    }

    @AfterEach
    void close() throws Exception {
        host.close();
        bank.close();
    }

    private void moveTo(Instant moment) throws IOException {
        bank.moveClock(Duration.between(bank.now(), moment));
    }

    private JsonNode renew() {
        return host.renew(issued.path("id").asText(), user.password());
    }

    private Instant fortyDaysBefore() {
        return Instant.parse(issued.path("validUntil").asText()).atZone(JAPAN).toLocalDate().minusDays(40).atStartOfDay(JAPAN)
                .toInstant();
    }

    @Test
    @DisplayName("begins at midnight in Japan, 40 days before the day on which it expires")
    void begins() throws IOException {
        assertThat(Instant.parse(issued.path("renewableFrom").asText())).isEqualTo(fortyDaysBefore());
        moveTo(fortyDaysBefore().minusSeconds(30));
        assertThat(renew().path("reason").asText()).isEqualTo("not-renewable");
        moveTo(fortyDaysBefore().plusSeconds(1));
        JsonNode done = renew();
        assertThat(done.path("type").asText()).isEqualTo("done");
        assertThat(bank.issuedFor(user.loginId())).isEqualTo(2);
    }

    @Test
    @DisplayName("ends when it expires: a minute before it is renewed")
    void lastMinute() throws IOException {
        moveTo(Instant.parse(issued.path("validUntil").asText()).minusSeconds(60));
        HostProcess.assertDone(renew());
    }

    @Test
    @DisplayName("is over when it has expired: it isn't listed, isn't renewed, and a new one can be issued")
    void over() throws IOException {
        moveTo(Instant.parse(issued.path("validUntil").asText()).plusSeconds(1));
        assertThat(renew().path("reason").asText()).isEqualTo("certificate-unknown");
        HostProcess.assertDone(host.issue(user.loginId(), user.password()));
    }

    @Test
    @DisplayName("is the bank's to judge in the end: where the two clocks differ by minutes, its refusal is told")
    void bankJudges() throws IOException {
        moveTo(fortyDaysBefore().plusSeconds(1));
        JsonNode prompt = host.beginRenewal(issued.path("id").asText());
        assertThat(prompt.path("screen").asText()).isEqualTo("CCHK002");
        bank.moveClock(Duration.ofMinutes(-5));
        host.answer(prompt, Map.of("password", user.password()));
        JsonNode failed = host.receiveOutcome();
        assertThat(failed.path("code").asText()).isEqualTo("G004e");
        assertThat(failed.path("reason").asText()).isEqualTo("not-renewable");
    }
}
