package jp.inkan.host.flow;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@DisplayName("Asking again")
class RetryPolicyTest {
    private static final int MANY = 10_000;

    private final RetryPolicy policy = new RetryPolicy(new SplittableRandom(7));

    private List<Long> pauses(int attempt, int asked) {
        return IntStream.range(0, MANY)
                .mapToObj(i -> policy.pauseAfter(attempt, Duration.ofSeconds(asked)).orElseThrow().toMillis())
                .toList();
    }

    @ParameterizedTest
    @CsvSource({
        "1, 0, 0, 2000", "2, 0, 0, 4000", "3, 0, 0, 8000", "1, 1, 1000, 3000",
        "1, 5, 5000, 10000", "3, 5, 5000, 13000", "3, 15, 15000, 30000"
    })
    @DisplayName("waits for what the bank asked for, and a part of twice the last time, evenly spread")
    void window(int attempt, int asked, long least, long most) {
        assertThat(pauses(attempt, asked)).allSatisfy(pause -> assertThat(pause).isBetween(least, most - 1));
        var seconds = pauses(attempt, asked).stream().collect(Collectors.groupingBy(pause -> pause / 1000, Collectors.counting()));
        assertThat(seconds.keySet()).hasSize((int) (most - least) / 1000);
        assertThat(seconds.values()).allSatisfy(
                count -> assertThat(count).isBetween(MANY * 800L / (most - least), MANY * 1200L / (most - least)));
    }

    @Test
    @DisplayName("ends after four times, and at once where the bank wants more than 15 seconds")
    void ends() {
        assertThat(policy.pauseAfter(4, Duration.ZERO)).isEmpty();
        assertThat(policy.pauseAfter(5, Duration.ZERO)).isEmpty();
        assertThat(policy.pauseAfter(1, Duration.ofMillis(15_001))).isEmpty();
        assertThat(policy.pauseAfter(1, Duration.ofDays(1))).isEmpty();
    }
}
