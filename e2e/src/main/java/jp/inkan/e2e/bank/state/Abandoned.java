package jp.inkan.e2e.bank.state;

import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * Requests whose senders gave them up.
 *
 * @param since when, by the SHA-256 of the PKCS#10's DER in lower-case hex
 */
record Abandoned(Map<String, Instant> since) {
    static final Abandoned NONE = new Abandoned(Map.of());
    /** Far longer than a request can be on its way: a sign-in is good for ten minutes. */
    private static final Duration REMEMBERED = Duration.ofDays(1);
    /** Anybody may send one, without a sign-in. */
    static final int MOST = 10_000;

    Abandoned {
        since = Map.copyOf(since);
    }

    boolean contains(String requestSha256) {
        return since.containsKey(requestSha256);
    }

    /** With one more, and without those that are long over; nothing if there is no room. */
    Optional<Abandoned> with(String requestSha256, Instant now) {
        Map<String, Instant> changed = new LinkedHashMap<>(since);
        changed.values().removeIf(moment -> moment.isBefore(now.minus(REMEMBERED)));
        changed.put(requestSha256, now);
        return changed.size() > MOST ? Optional.empty() : Optional.of(new Abandoned(changed));
    }
}
