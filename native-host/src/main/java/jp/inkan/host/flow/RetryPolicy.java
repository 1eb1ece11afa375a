package jp.inkan.host.flow;

import java.time.Duration;
import java.util.Optional;
import java.util.random.RandomGenerator;

/**
 * When to ask a bank again that gave no answer or had no time. Pauses double, with full jitter, so that those who were turned
 * away together don't come back together. What the bank asks for comes on top, and is spread over as much again.
 *
 * @param random where the jitter is drawn from
 */
record RetryPolicy(RandomGenerator random) {
    static final int ATTEMPTS = 4;
    private static final Duration FIRST_PAUSE = Duration.ofSeconds(2);
    /** A bank that wants a longer pause than this is busy: the user is told, and the key waits for the next try. */
    private static final Duration LONGEST_ASKED = Duration.ofSeconds(15);

    /** @param attempt that failed, from 1
     * @param asked by the bank; zero where it said nothing
     * @return nothing, where it is time to give up */
    Optional<Duration> pauseAfter(int attempt, Duration asked) {
        if (attempt >= ATTEMPTS || asked.compareTo(LONGEST_ASKED) > 0) {
            return Optional.empty();
        }
        long window = Math.max(FIRST_PAUSE.toMillis() << (attempt - 1), asked.toMillis());
        return Optional.of(asked.plusMillis(random.nextLong(window)));
    }
}
