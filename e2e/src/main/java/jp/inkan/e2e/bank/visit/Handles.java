package jp.inkan.e2e.bank.visit;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import jp.inkan.e2e.bank.state.Secrets;

/**
 * Things by a random name that opens them for some time. Kept in memory, so many at most: the oldest goes first.
 *
 * @param <T> what is opened
 */
final class Handles<T> {
    private static final int AT_ONCE = 10_000;

    private final Duration life;
    private final InstantSource clock;
    private final Map<String, Held<T>> byHandle = new LinkedHashMap<>() {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Held<T>> eldest) {
            return size() > AT_ONCE;
        }
    };

    Handles(Duration life, InstantSource clock) {
        this.life = life;
        this.clock = clock;
    }

    /** 43 characters of base64url. */
    synchronized String put(T thing) {
        String handle = Secrets.bearerToken();
        byHandle.put(handle, new Held<>(thing, clock.instant().plus(life)));
        return handle;
    }

    synchronized Optional<T> get(String handle) {
        return Optional.ofNullable(byHandle.get(handle))
                .filter(held -> clock.instant().isBefore(held.end()))
                .map(Held::thing);
    }

    /** The same, for the last time. */
    synchronized Optional<T> take(String handle) {
        Optional<T> thing = get(handle);
        byHandle.remove(handle);
        return thing;
    }

    private record Held<T>(T thing, Instant end) {
    }
}
