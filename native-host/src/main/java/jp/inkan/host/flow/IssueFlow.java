package jp.inkan.host.flow;

import java.security.PublicKey;
import java.security.cert.X509Certificate;
import java.time.Clock;
import java.util.Optional;
import jp.inkan.host.bank.Bank;
import jp.inkan.host.bank.BankException;
import jp.inkan.host.certificate.CertificateCheck;
import jp.inkan.host.certificate.CertificateFacts;
import jp.inkan.host.certificate.CertificateRequest;
import jp.inkan.host.failure.Reason;
import jp.inkan.host.institution.Endpoint;
import jp.inkan.host.institution.Institution;
import jp.inkan.host.store.KeyProof;
import jp.inkan.host.store.StoreException;
import jp.inkan.host.store.StoredKey;
import jp.inkan.host.store.UserKeyStore;
import org.bouncycastle.operator.OperatorCreationException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Issues a certificate: sign-in, key, request, check, installation. Runs straight through on the caller's thread.
 *
 * <p>The key is in the store, under a name made of institution and login id, before the request leaves. Where no final
 * answer comes, it stays there, and the next issue for that login id sends the same bytes again and receives the certificate
 * the bank may have made.
 */
public final class IssueFlow {
    private static final Logger LOG = LoggerFactory.getLogger(IssueFlow.class);

    private final Institution institution;
    private final Endpoint endpoint;
    private final UserKeyStore store;
    private final Clock clock;

    public IssueFlow(Institution institution, Endpoint endpoint, UserKeyStore store, Clock clock) {
        this.institution = institution;
        this.endpoint = endpoint;
        this.store = store;
        this.clock = clock;
    }

    /** @return what CCHK007 shows */
    public CertificateFacts run(User user) throws FlowFailed, Cancelled {
        try (Bank bank = Bank.at(institution, endpoint, clock)) {
            SignIn.Result signIn = SignIn.run(user, institution, bank);
            user.progress(Stage.MAKING_KEY);
            user.pointOfNoReturn();
            try (UserKeyStore.Turn _ = StoreTurn.take(store)) {
                return withKey(user, bank, signIn);
            }
        } catch (BankException e) {
            throw new FlowFailed(e.reason(), e);
        } catch (StoreException | OperatorCreationException e) {
            throw new FlowFailed(Reason.STORE_FAILED, e);
        } catch (InterruptedException e) {
            throw new FlowFailed(Reason.INTERNAL, e);
        }
    }

    private CertificateFacts withKey(User user, Bank bank, SignIn.Result signIn)
            throws BankException, StoreException, OperatorCreationException, InterruptedException, FlowFailed, Cancelled {
        StoredKey key = key(PendingName.of(institution.code(), signIn.loginId()));
        byte[] pkcs10 = CertificateRequest.sign(
                signIn.loginId(), key.publicKey(), key.privateKey(), key.provider());
        user.progress(Stage.REQUESTING);
        X509Certificate certificate = enrol(bank, signIn, key, pkcs10);
        user.progress(Stage.CHECKING);
        check(certificate, key.publicKey());
        user.progress(Stage.INSTALLING);
        store.bind(key, certificate);
        prove(certificate);
        CertificateFacts facts = CertificateFacts.of(certificate);
        LOG.info("Issued {} for institution {}", facts.serialNumber(), institution.code());
        return facts;
    }

    private StoredKey key(String name) throws StoreException {
        Optional<StoredKey> pending = store.pendingKey(name);
        return pending.isPresent() ? pending.get() : store.createKey(name);
    }

    private X509Certificate enrol(Bank bank, SignIn.Result signIn, StoredKey key, byte[] pkcs10)
            throws BankException, StoreException, InterruptedException {
        try {
            return Enrolment.run(bank, signIn.session(), pkcs10, key.publicKey());
        } catch (BankException.Refused e) {
            // Only this one says that no certificate was made for our bytes. After any other refusal (a sign-in that the bank
            // forgot, a locked login id) the certificate of an earlier, lost answer may still be waiting for this key.
            if (e.reason() == Reason.ALREADY_ISSUED) {
                store.discard(key);
            }
            throw e;
        }
    }

    private void check(X509Certificate certificate, PublicKey ours) throws FlowFailed {
        Optional<String> fault = CertificateCheck.fault(certificate, ours, institution, clock.instant());
        if (fault.isPresent()) {
            throw new FlowFailed(Reason.CERTIFICATE_REJECTED, fault.get());
        }
    }

    private void prove(X509Certificate certificate) throws StoreException {
        var stored = store.list().stream().filter(s -> s.certificate().equals(certificate)).findFirst();
        if (stored.isEmpty()) {
            throw new StoreException("The certificate isn't in the store after it was installed");
        }
        Optional<String> fault = KeyProof.fault(stored.get());
        if (fault.isPresent()) {
            throw new StoreException("The installed certificate can't be used: " + fault.get());
        }
    }
}
