package jp.inkan.host.proxy;

import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import okhttp3.Challenge;

/** A way to say who we are, as one challenge of the proxy has it. */
sealed interface Scheme permits Basic, Digest {
    /** The higher the better. */
    int rank();

    /** @param target of the CONNECT, {@code host:port}
     * @return the value of Proxy-Authorization */
    String answer(String target, Login login);

    /** The proxy says that the login was right but its number has run out (RFC 7616 section 3.3). */
    default boolean stale() {
        return false;
    }

    /** @return the best that we know of what the proxy offers, whatever its order: Digest, and in it SHA, before Basic */
    static Optional<Scheme> best(List<Challenge> offered) {
        return offered.stream().flatMap(challenge -> of(challenge).stream()).max(Comparator.comparingInt(Scheme::rank));
    }

    private static Optional<Scheme> of(Challenge challenge) {
        return switch (challenge.scheme().toLowerCase(Locale.ROOT)) {
            case "basic" -> Optional.of(new Basic());
            case "digest" -> Digest.of(challenge.authParams()).map(Scheme.class::cast);
            default -> Optional.empty();
        };
    }
}
