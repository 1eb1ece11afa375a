package jp.inkan.e2e.bank.api;

import java.io.IOException;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.Optional;
import jp.inkan.e2e.bank.pki.CertificateRequest;
import jp.inkan.e2e.bank.signin.Session;
import jp.inkan.e2e.bank.state.Issuance;

/** What a customer signs in for. */
public interface Errand {
    /** Whether that is what a session is for. */
    boolean isOf(Session session);

    /** @param presented by the client in the TLS handshake */
    boolean admits(Session session, Optional<X509Certificate> presented);

    /** @throws CertificateRequest.Malformed if the request isn't one for this */
    Issuance run(Session session, CertificateRequest request, Instant now)
            throws IOException, CertificateRequest.Malformed;
}
