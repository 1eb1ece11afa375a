package jp.inkan.e2e.bank.signin;

import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.Optional;

/**
 * What a bearer token stands for.
 *
 * @param loginId who signed in
 * @param old     the certificate that is to be renewed; none where one is to be issued
 * @param end     first moment at which it is over, on the bank's clock
 */
public record Session(String loginId, Optional<X509Certificate> old, Instant end, Progress progress) {
    boolean overAt(Instant moment) {
        return !moment.isBefore(end);
    }

    Session with(Progress other) {
        return new Session(loginId, old, end, other);
    }
}
