package jp.inkan.e2e.bank;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import jp.inkan.e2e.bank.signin.Sessions;
import jp.inkan.e2e.bank.state.BankClock;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("Sessions")
class SessionsTest {
    @Test
    @DisplayName("are at most 10000 at once; those that are over make room")
    void fullHouse() {
        BankClock clock = new BankClock(Clock.systemUTC());
        Sessions sessions = new Sessions(clock);
        String first = sessions.open("logid031").orElseThrow();
        for (int i = 1; i < 10_000; i++) {
            assertThat(sessions.open("logid031")).isPresent();
        }
        assertThat(sessions.open("logid032")).isEmpty();
        assertThat(sessions.loginId(first)).contains("logid031");
        clock.move(Sessions.LIFE);
        assertThat(sessions.loginId(first)).isEmpty();
        String next = sessions.open("logid032").orElseThrow();
        assertThat(sessions.loginId(next)).contains("logid032");
    }
}
