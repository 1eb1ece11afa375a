package jp.inkan.e2e.bank.signin;

import java.security.cert.X509Certificate;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import jp.inkan.e2e.bank.state.Secrets;

/** Who holds which bearer token, and until when. Kept in memory: after a restart everybody signs in again. */
public final class Sessions {
    /** On the bank's clock. */
    public static final Duration LIFE = Duration.ofMinutes(10);
    private static final int AT_ONCE = 10_000;

    private final InstantSource clock;
    private final Map<String, Session> byToken = new HashMap<>();

    public Sessions(InstantSource clock) {
        this.clock = clock;
    }

    /**
     * A new token, 43 characters of base64url; none if too many people are signed in.
     *
     * @param old the certificate that is to be renewed, if it is about a renewal
     */
    public synchronized Optional<String> open(String loginId, Optional<X509Certificate> old, Progress progress) {
        Instant now = clock.instant();
        byToken.values().removeIf(session -> session.overAt(now));
        if (byToken.size() >= AT_ONCE) {
            return Optional.empty();
        }
        String token = Secrets.bearerToken();
        byToken.put(token, new Session(loginId, old, now.plus(LIFE), progress));
        return Optional.of(token);
    }

    /** What a token stands for now. */
    public synchronized Optional<Session> session(String token) {
        return Optional.ofNullable(byToken.get(token)).filter(session -> !session.overAt(clock.instant()));
    }

    /** A session has come further; one that has meanwhile ended stays so. */
    synchronized void change(String token, Progress progress) {
        byToken.computeIfPresent(token, (same, session) -> session.with(progress));
    }

    /** Ends whatever a login id has open. */
    synchronized void endAll(String loginId) {
        byToken.values().removeIf(session -> session.loginId().equals(loginId));
    }
}
