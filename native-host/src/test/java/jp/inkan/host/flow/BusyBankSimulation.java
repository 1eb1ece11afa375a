package jp.inkan.host.flow;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Optional;
import java.util.Queue;
import java.util.SplittableRandom;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;

/**
 * 100,000 customers whose certificates expire on one day come within an hour, most of them at its beginning, to a bank that
 * answers so many requests a second and turns the others away. In virtual time; the same numbers in every run.
 */
final class BusyBankSimulation {
    static final int CLIENTS = 100_000;
    /** A request there and back; the time within which the bank counts. */
    private static final Duration ROUND_TRIP = Duration.ofMillis(200);
    private static final int TICKS_A_SECOND = 5;
    private static final int HOUR = 3600 * TICKS_A_SECOND;
    private static final int ANSWERED_A_SECOND = 40;
    /** What the bank says to those it turns away. */
    private static final Duration RETRY_AFTER = Duration.ofSeconds(5);
    /** Whoever is told that the bank is busy comes again after so long, by hand. */
    private static final Duration SOONEST = Duration.ofMinutes(5);
    private static final Duration LATEST = Duration.ofMinutes(15);

    /** When a program asks again. */
    @FunctionalInterface
    interface Retries {
        /** @param attempt that failed, from 1
         * @return nothing to tell the user that the bank is busy */
        Optional<Duration> pauseAfter(int attempt);

        static Retries ours(RandomGenerator random) {
            var policy = new RetryPolicy(random);
            return attempt -> policy.pauseAfter(attempt, RETRY_AFTER);
        }

        static Retries after(Duration pause) {
            return attempt -> Optional.of(pause);
        }
    }

    /**
     * @param peak requests in the worst second
     * @param requests in all
     * @param over seconds from the beginning until the last customer has a certificate
     * @param toldBusy customers who were told so at least once
     */
    record Load(int peak, long requests, int over, int toldBusy) {
        @Override
        public String toString() {
            return "| %,d | %,d | %d min | %,d |".formatted(peak, requests, Math.ceilDiv(over, 60), toldBusy);
        }
    }

    private final SplittableRandom random = new SplittableRandom(31);
    private final int[] attempts = new int[CLIENTS];
    private final boolean[] toldBusy = new boolean[CLIENTS];
    /** By tick. */
    private final Queue<Integer>[] arrivals;

    @SuppressWarnings({"unchecked", "rawtypes"})
    private BusyBankSimulation() {
        arrivals = new Queue[4 * HOUR];
        for (int client = 0; client < CLIENTS; client++) {
            // Fewer and fewer, until nobody is left at the end of the hour.
            come(client, (int) (HOUR * (1 - Math.sqrt(random.nextDouble()))));
        }
    }

    static Load of(Retries retries) {
        return new BusyBankSimulation().run(retries);
    }

    private Load run(Retries retries) {
        int peak = 0;
        int second = 0;
        long requests = 0;
        int served = 0;
        int tick = 0;
        for (; served < CLIENTS; tick++) {
            Queue<Integer> now = arrivals[tick] == null ? new ArrayDeque<>() : arrivals[tick];
            arrivals[tick] = null;
            requests += now.size();
            second = tick % TICKS_A_SECOND == 0 ? now.size() : second + now.size();
            peak = Math.max(peak, second);
            int answered = Math.min(now.size(), ANSWERED_A_SECOND / TICKS_A_SECOND);
            for (int i = 0; i < answered; i++) {
                now.remove();
            }
            served += answered;
            for (int client : now) {
                come(client, tick + ticks(pause(client, retries)));
            }
        }
        int told = (int) IntStream.range(0, CLIENTS).filter(client -> toldBusy[client]).count();
        return new Load(peak, requests, tick / TICKS_A_SECOND, told);
    }

    private Duration pause(int client, Retries retries) {
        Optional<Duration> pause = retries.pauseAfter(++attempts[client]);
        if (pause.isEmpty()) {
            attempts[client] = 0;
            toldBusy[client] = true;
        }
        return pause.orElseGet(() -> Duration.ofMillis(random.nextLong(SOONEST.toMillis(), LATEST.toMillis())));
    }

    private void come(int client, int tick) {
        if (arrivals[tick] == null) {
            arrivals[tick] = new ArrayDeque<>();
        }
        arrivals[tick].add(client);
    }

    private static int ticks(Duration pause) {
        return 1 + (int) pause.dividedBy(ROUND_TRIP);
    }

    /** Prints the table of the README. */
    static void main() {
        System.out.println("| asks again | requests in the worst second | requests "
                + "| all have theirs after | told that the bank is busy |");
        System.out.println("|---|---|---|---|---|");
        System.out.println("| at once | " + of(Retries.after(Duration.ZERO)).toString().substring(2));
        System.out.println("| every 5 seconds, for ever | " + of(Retries.after(Duration.ofSeconds(5))).toString().substring(2));
        System.out.println("| as the host does | " + of(Retries.ours(new SplittableRandom(4))).toString().substring(2));
    }
}
