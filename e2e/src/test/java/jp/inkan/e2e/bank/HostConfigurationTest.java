package jp.inkan.e2e.bank;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("What Inkan's host is told")
class HostConfigurationTest {
    @Test
    @DisplayName("says how far the bank's clock is ahead, from the start and after every move")
    void clock() throws IOException {
        Clock ahead = Clock.offset(Clock.systemUTC(), Duration.ofHours(1));
        try (PracticeBank bank = PracticeBank.start(BankOptions.defaults().withClock(ahead))) {
            assertThat(read(bank).get("clockOffsetSeconds").isIntegralNumber()).isTrue();
            assertThat(read(bank).get("clockOffsetSeconds").asLong()).isEqualTo(3600);
            JsonNode before = read(bank);
            bank.moveClock(Duration.ofDays(326));
            assertThat(read(bank).get("clockOffsetSeconds").asLong()).isEqualTo(326L * 86400 + 3600);
            bank.moveClock(Duration.ofDays(-327));
            assertThat(read(bank).get("clockOffsetSeconds").asLong()).isEqualTo(3600 - 86400);
            assertThat(read(bank).get("names")).isEqualTo(before.get("names"));
            assertThat(read(bank).get("trustAnchor")).isEqualTo(before.get("trustAnchor"));
        }
    }

    @Test
    @DisplayName("says nothing of a bank's clock that goes wrong")
    void wrongClock() throws IOException {
        try (PracticeBank bank = PracticeBank.start()) {
            bank.letClockGoWrong(Duration.ofHours(3));
            bank.moveClock(Duration.ofDays(1));
            assertThat(read(bank).get("clockOffsetSeconds").asLong()).isEqualTo(86400);
            assertThat(Duration.between(Instant.now(), bank.now())).isGreaterThan(Duration.ofHours(26));
        }
    }

    @Test
    @DisplayName("says whether to come through the PC's proxy: only where that was wanted")
    void proxy() throws IOException {
        try (PracticeBank bank = PracticeBank.start()) {
            assertThat(read(bank).get("throughProxy").isBoolean()).isTrue();
            assertThat(read(bank).get("throughProxy").asBoolean()).isFalse();
        }
        try (PracticeBank bank = PracticeBank.start(BankOptions.defaults().withThroughProxy())) {
            bank.moveClock(Duration.ofDays(1));
            assertThat(read(bank).get("throughProxy").asBoolean()).isTrue();
        }
    }

    private static JsonNode read(PracticeBank bank) throws IOException {
        return JsonMapper.builder().build().readTree(Files.readAllBytes(bank.hostConfiguration()));
    }
}
