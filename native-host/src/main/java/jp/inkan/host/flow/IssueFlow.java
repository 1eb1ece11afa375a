package jp.inkan.host.flow;

import java.security.cert.X509Certificate;
import java.time.Clock;
import java.util.Optional;
import jp.inkan.host.bank.Bank;
import jp.inkan.host.certificate.CertificateRequest;
import jp.inkan.host.institution.Endpoint;
import jp.inkan.host.institution.Institution;
import jp.inkan.host.proxy.Network;
import jp.inkan.host.store.UserKeyStore;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Issues a certificate: sign-in with login id and password, then {@link Acquisition}. */
public final class IssueFlow implements Flow {
    private static final Logger LOG = LoggerFactory.getLogger(IssueFlow.class);

    private final Institution institution;
    private final Endpoint endpoint;
    private final UserKeyStore store;
    private final Clock clock;
    private final Network network;

    public IssueFlow(Institution institution, Endpoint endpoint, UserKeyStore store, Clock clock, Network network) {
        this.institution = institution;
        this.endpoint = endpoint;
        this.store = store;
        this.clock = clock;
        this.network = network;
    }

    @Override
    public Outcome run(User user) throws FlowFailed, Cancelled {
        var proxies = new ThroughProxy(user, network.logins());
        return Flow.explaining(() -> {
            try (Bank bank = Bank.at(institution, endpoint, clock, network)) {
                SignIn.Issue signIn = SignIn.toIssue(proxies, institution, bank);
                var acquisition = new Acquisition(proxies, institution, store, clock);
                X509Certificate issued = acquisition.run(
                        bank,
                        signIn.session(),
                        PendingName.ofIssue(institution.code(), signIn.loginId()),
                        key -> CertificateRequest.forLoginId(signIn.loginId(), key.publicKey(), key.privateKey(), key.provider()));
                Outcome outcome = acquisition.outcome(issued, Optional.empty());
                LOG.info("Issued {} for institution {}", outcome.certificate().facts().serialNumber(), institution.code());
                return outcome;
            }
        });
    }
}
