package jp.inkan.e2e.bank.signin;

import java.time.Instant;

/**
 * What a bearer token stands for.
 *
 * @param loginId who signed in
 * @param end     first moment at which it is over, on the bank's clock
 */
public record Session(String loginId, Instant end, Progress progress) {
    boolean overAt(Instant moment) {
        return !moment.isBefore(end);
    }

    Session with(Progress other) {
        return new Session(loginId, end, other);
    }
}
