package jp.inkan.e2e.bank.api;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import jp.inkan.e2e.bank.http.Ask;
import jp.inkan.e2e.bank.http.Endpoint;
import jp.inkan.e2e.bank.http.Reply;
import jp.inkan.e2e.bank.pki.CertificateRequest;
import jp.inkan.e2e.bank.signin.Next;
import jp.inkan.e2e.bank.signin.Session;
import jp.inkan.e2e.bank.signin.Sessions;
import jp.inkan.e2e.bank.state.Issuance;

/** What {@code simpleenroll} and {@code simplereenroll} have in common (RFC 7030 section 4.2). */
public final class CertificateEndpoint implements Endpoint {
    private final Sessions sessions;
    private final InstantSource clock;
    private final Errand errand;

    public CertificateEndpoint(Sessions sessions, InstantSource clock, Errand errand) {
        this.sessions = sessions;
        this.clock = clock;
        this.errand = errand;
    }

    @Override
    public Reply answer(Ask ask) throws IOException {
        Optional<Session> session = Bearer.token(ask).flatMap(sessions::session);
        if (session.isEmpty()) {
            return Problem.sessionExpired();
        }
        if (!errand.isOf(session.get()) || !(session.get().progress().next() instanceof Next.Enrol)) {
            return Problem.stepUnexpected();
        }
        if (!ask.hasType("application/pkcs10")) {
            return Problem.requestMalformed("not application/pkcs10");
        }
        if (!ask.header("Content-Transfer-Encoding").orElse("").equalsIgnoreCase("base64")) {
            return Problem.requestMalformed("not in base64");
        }
        if (!errand.admits(session.get(), ask.certificate())) {
            return Problem.certificateUnknown();
        }
        try {
            String base64 = new String(ask.body(), StandardCharsets.ISO_8859_1);
            return answer(session.get(), CertificateRequest.parse(base64), clock.instant());
        } catch (CertificateRequest.Malformed e) {
            return Problem.requestMalformed(e.getMessage());
        }
    }

    private Reply answer(Session session, CertificateRequest request, Instant now)
            throws IOException, CertificateRequest.Malformed {
        return switch (errand.run(session, request, now)) {
            case Issuance.Certificate issued -> CertificateReply.of(issued.certificate());
            case Issuance.Abandoned abandoned -> Problem.requestAbandoned();
            case Issuance.AlreadyIssued already -> Problem.alreadyIssued();
            case Issuance.Revoked revoked -> Problem.certificateRevoked();
            case Issuance.NotRenewable notRenewable -> Problem.notRenewable();
        };
    }
}
