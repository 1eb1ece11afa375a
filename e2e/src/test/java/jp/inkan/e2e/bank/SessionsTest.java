package jp.inkan.e2e.bank;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import jp.inkan.e2e.bank.signin.Next;
import jp.inkan.e2e.bank.signin.Progress;
import jp.inkan.e2e.bank.signin.Session;
import jp.inkan.e2e.bank.signin.Sessions;
import jp.inkan.e2e.bank.state.BankClock;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("Sessions")
class SessionsTest {
    private static final Progress NOTHING_LEFT = new Progress(List.of(new Next.Enrol()), 0);

    @Test
    @DisplayName("are at most 10000 at once; those that are over make room")
    void fullHouse() throws IOException {
        BankClock clock = new BankClock(Clock.systemUTC());
        Sessions sessions = new Sessions(clock);
        String first = sessions.open("logid031", Optional.empty(), NOTHING_LEFT).orElseThrow();
        for (int i = 1; i < 10_000; i++) {
            assertThat(sessions.open("logid031", Optional.empty(), NOTHING_LEFT)).isPresent();
        }
        assertThat(sessions.open("logid032", Optional.empty(), NOTHING_LEFT)).isEmpty();
        assertThat(sessions.session(first)).map(Session::loginId).contains("logid031");
        clock.move(Sessions.LIFE);
        assertThat(sessions.session(first)).isEmpty();
        String next = sessions.open("logid032", Optional.empty(), NOTHING_LEFT).orElseThrow();
        assertThat(sessions.session(next)).map(Session::loginId).contains("logid032");
    }
}
