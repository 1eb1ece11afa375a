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
import jp.inkan.e2e.bank.pki.CertsOnly;
import jp.inkan.e2e.bank.pki.ClientCertificates;
import jp.inkan.e2e.bank.signin.Next;
import jp.inkan.e2e.bank.signin.Session;
import jp.inkan.e2e.bank.signin.Sessions;
import jp.inkan.e2e.bank.state.Issuance;
import jp.inkan.e2e.bank.state.Register;

/** {@code POST /.well-known/est/<code>/simpleenroll} (RFC 7030 section 4.2). */
public final class EnrolEndpoint implements Endpoint {
    private final Sessions sessions;
    private final Register register;
    private final ClientCertificates certificates;
    private final InstantSource clock;

    public EnrolEndpoint(Sessions sessions, Register register, ClientCertificates certificates, InstantSource clock) {
        this.sessions = sessions;
        this.register = register;
        this.certificates = certificates;
        this.clock = clock;
    }

    @Override
    public Reply answer(Ask ask) throws IOException {
        Optional<Session> session = Bearer.token(ask).flatMap(sessions::session);
        if (session.isEmpty()) {
            return Problem.sessionExpired();
        }
        if (!(session.get().progress().next() instanceof Next.Enrol)) {
            return Problem.stepUnexpected();
        }
        if (!ask.hasType("application/pkcs10")) {
            return Problem.requestMalformed("not application/pkcs10");
        }
        if (!ask.header("Content-Transfer-Encoding").orElse("").equalsIgnoreCase("base64")) {
            return Problem.requestMalformed("not in base64");
        }
        try {
            String base64 = new String(ask.body(), StandardCharsets.ISO_8859_1);
            return answer(session.get().loginId(), CertificateRequest.parse(base64));
        } catch (CertificateRequest.Malformed e) {
            return Problem.requestMalformed(e.getMessage());
        }
    }

    private Reply answer(String loginId, CertificateRequest request) throws IOException {
        Instant now = clock.instant();
        Issuance issuance = register.issue(loginId, request.sha256(), now,
                () -> certificates.issue(loginId, request.key(), now));
        return switch (issuance) {
            case Issuance.Certificate issued -> Reply
                    .of(200, "application/pkcs7-mime; smime-type=certs-only", CertsOnly.encode(issued.certificate()))
                    .with("Content-Transfer-Encoding", "base64");
            case Issuance.AlreadyIssued already -> Problem.alreadyIssued();
        };
    }
}
