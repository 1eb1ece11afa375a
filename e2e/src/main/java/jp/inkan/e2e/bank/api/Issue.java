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

/** A certificate for a login id that has none. */
public record Issue(Register register, ClientCertificates certificates) implements Errand {
    @Override
    public boolean isOf(Session session) {
        return session.old().isEmpty();
    }

    @Override
    public boolean admits(Session session, Optional<X509Certificate> presented) {
        return true;
    }

    @Override
    public Issuance run(Session session, CertificateRequest request, Instant now) throws IOException {
        return register.issue(session.loginId(), request.sha256(), now,
                () -> certificates.issue(session.loginId(), request.key(), now));
    }
}
