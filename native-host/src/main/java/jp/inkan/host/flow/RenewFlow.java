package jp.inkan.host.flow;

import java.security.cert.X509Certificate;
import java.util.Optional;
import jp.inkan.host.bank.Bank;
import jp.inkan.host.bank.BankSession;
import jp.inkan.host.bank.ClientIdentity;
import jp.inkan.host.certificate.CertificateRequest;
import jp.inkan.host.certificate.Standing;
import jp.inkan.host.failure.Reason;
import jp.inkan.host.institution.Endpoint;
import jp.inkan.host.institution.Institution;
import jp.inkan.host.journal.Entry;
import jp.inkan.host.store.KeyProof;
import jp.inkan.host.store.StoreException;
import jp.inkan.host.store.StoredCertificate;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Renews a certificate with a new key (RFC 7030 section 4.2.2): sign-in with the password alone, then {@link Acquisition} over
 * a connection that the old certificate authenticates. The old one stays as it is: until the new one is proved it is all the
 * user has, and afterwards it is theirs to remove.
 */
public final class RenewFlow implements Flow {
    private static final Logger LOG = LoggerFactory.getLogger(RenewFlow.class);

    private final Institution institution;
    private final Endpoint endpoint;
    private final Endpoint certificateEndpoint;
    private final ThisPc pc;
    private final String certificateId;

    /** @param certificateId of the certificate to be renewed, as the list has it */
    public RenewFlow(
            Institution institution, Endpoint endpoint, Endpoint certificateEndpoint, ThisPc pc, String certificateId) {
        this.institution = institution;
        this.endpoint = endpoint;
        this.certificateEndpoint = certificateEndpoint;
        this.pc = pc;
        this.certificateId = certificateId;
    }

    @Override
    public Outcome run(User user) throws FlowFailed, Cancelled {
        var proxies = new ThroughProxy(user, pc.network().logins());
        return Flow.explaining(() -> {
            CertificateList.Entry renewable = renewable();
            String serialNumber = renewable.standing().facts().serialNumber();
            StoredCertificate old = renewable.stored();
            BankSession session;
            try (Bank bank = Bank.at(institution, endpoint, pc.clock(), pc.network())) {
                session = SignIn.toRenew(proxies, institution, bank, serialNumber);
            }
            var identity = new ClientIdentity(old.certificate(), old.key().privateKey());
            try (Bank bank = Bank.as(identity, institution, certificateEndpoint, pc.clock(), pc.network())) {
                var acquisition = Acquisition.of(proxies, institution, endpoint, pc);
                X509Certificate renewed = acquisition.run(
                        bank,
                        session,
                        new Entry(
                                PendingName.ofRenewal(institution.code(), serialNumber),
                                institution.code(),
                                Optional.of(certificateId),
                                new Entry.State.Begun()),
                        key -> CertificateRequest.forSubject(
                                old.certificate().getSubjectX500Principal(), key.publicKey(), key.privateKey(), key.provider()));
                Outcome outcome = acquisition.outcome(renewed, Optional.of(certificateId));
                LOG.info("Renewed {} as {} for institution {}",
                        serialNumber, outcome.certificate().facts().serialNumber(), institution.code());
                return outcome;
            }
        });
    }

    private CertificateList.Entry renewable() throws StoreException, FlowFailed {
        var entry = CertificateList.of(institution, pc.store(), pc.clock().instant()).find(certificateId)
                .orElseThrow(() -> new FlowFailed(Reason.CERTIFICATE_UNKNOWN, "no such certificate here"));
        Standing standing = entry.standing();
        if (!standing.renewable()) {
            throw new FlowFailed(Reason.NOT_RENEWABLE, standing.replaced() ? "it was replaced" : "it is too early");
        }
        // Better before the user has typed anything.
        KeyProof.require(entry.stored());
        return entry;
    }
}
