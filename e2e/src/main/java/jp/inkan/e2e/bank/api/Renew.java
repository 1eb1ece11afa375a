package jp.inkan.e2e.bank.api;

import java.io.IOException;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.Optional;
import jp.inkan.e2e.bank.pki.CertificateRequest;
import jp.inkan.e2e.bank.pki.ClientCertificates;
import jp.inkan.e2e.bank.signin.Session;
import jp.inkan.e2e.bank.state.Issuance;
import jp.inkan.e2e.bank.state.Register;

/** A certificate in the place of one that the client has the key of (RFC 7030 section 4.2.2). */
public record Renew(Register register, ClientCertificates certificates) implements Errand {
    @Override
    public boolean isOf(Session session) {
        return session.old().isPresent();
    }

    @Override
    public boolean admits(Session session, Optional<X509Certificate> presented) {
        return presented.equals(session.old());
    }

    @Override
    public Issuance run(Session session, CertificateRequest request, Instant now)
            throws IOException, CertificateRequest.Malformed {
        X509Certificate old = session.old().orElseThrow();
        request.requireSubject(old.getSubjectX500Principal());
        request.requireOtherKeyThan(old.getPublicKey());
        return register.renew(old.getSerialNumber(), request.sha256(), now,
                () -> certificates.issue(session.loginId(), request.key(), now));
    }
}
