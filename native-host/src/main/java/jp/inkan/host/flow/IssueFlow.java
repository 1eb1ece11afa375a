package jp.inkan.host.flow;

import java.security.cert.X509Certificate;
import java.util.Optional;
import jp.inkan.host.bank.Bank;
import jp.inkan.host.certificate.CertificateRequest;
import jp.inkan.host.institution.Endpoint;
import jp.inkan.host.institution.Institution;
import jp.inkan.host.journal.Entry;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Issues a certificate: sign-in with login id and password, then {@link Acquisition}. */
public final class IssueFlow implements Flow {
    private static final Logger LOG = LoggerFactory.getLogger(IssueFlow.class);

    private final Institution institution;
    private final Endpoint endpoint;
    private final ThisPc pc;

    public IssueFlow(Institution institution, Endpoint endpoint, ThisPc pc) {
        this.institution = institution;
        this.endpoint = endpoint;
        this.pc = pc;
    }

    @Override
    public Outcome run(User user) throws FlowFailed, Cancelled {
        var proxies = new ThroughProxy(user, pc.network().logins());
        return Flow.explaining(() -> {
            try (Bank bank = Bank.at(institution, endpoint, pc.clock(), pc.network())) {
                SignIn.Issue signIn = SignIn.toIssue(proxies, institution, bank);
                var acquisition = Acquisition.of(proxies, institution, endpoint, pc);
                X509Certificate issued = acquisition.run(
                        bank,
                        signIn.session(),
                        new Entry(
                                PendingName.ofIssue(institution.code(), signIn.loginId()),
                                institution.code(),
                                Optional.empty(),
                                new Entry.State.Begun()),
                        key -> CertificateRequest.forLoginId(signIn.loginId(), key.publicKey(), key.privateKey(), key.provider()));
                Outcome outcome = acquisition.outcome(issued, Optional.empty());
                LOG.info("Issued {} for institution {}", outcome.certificate().facts().serialNumber(), institution.code());
                return outcome;
            }
        });
    }
}
