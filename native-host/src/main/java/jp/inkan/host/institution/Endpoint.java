package jp.inkan.host.institution;

import java.nio.file.Path;
import java.util.Optional;

/**
 * Where an institution's bank is reached and whose TLS certificate is believed there.
 *
 * @param host the name: in the URL, in SNI, in the certificate
 * @param port 443 for a real bank
 */
public sealed interface Endpoint {
    String host();

    int port();

    /** A real bank: the system's resolver and proxy, and the public certificate authorities. */
    record Public(String host) implements Endpoint {
        @Override
        public int port() {
            return 443;
        }
    }

    /**
     * The practice bank: 127.0.0.1, the practice trust anchor and no other.
     *
     * @param throughProxy through the proxy of this PC's settings, if that one is on this machine; else no proxy
     */
    record Loopback(String host, int port, Path trustAnchor, boolean throughProxy) implements Endpoint {}

    /** Where sign-in and issuing happen.
     * @return nothing for a practice institution where no practice configuration names its host */
    static Optional<Endpoint> ofBank(Institution institution, Optional<Practice> practice) {
        return of(institution, institution.bankHost(), practice);
    }

    /** Where renewals happen.
     * @return nothing likewise, or where the institution has no such host */
    static Optional<Endpoint> ofCertificates(Institution institution, Optional<Practice> practice) {
        return Optional.ofNullable(institution.certificateHost()).flatMap(host -> of(institution, host, practice));
    }

    private static Optional<Endpoint> of(Institution institution, String host, Optional<Practice> practice) {
        if (!institution.practice()) {
            return Optional.of(new Public(host));
        }
        return practice
                .filter(configuration -> configuration.names().containsKey(host))
                .map(configuration -> new Loopback(
                        host, configuration.names().get(host), configuration.trustAnchor(), configuration.throughProxy()));
    }
}
