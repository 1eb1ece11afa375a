package jp.inkan.host.flow;

import java.security.PublicKey;
import java.security.cert.X509Certificate;
import java.time.Clock;
import java.util.Optional;
import jp.inkan.host.bank.Bank;
import jp.inkan.host.bank.BankException;
import jp.inkan.host.bank.BankSession;
import jp.inkan.host.certificate.CertificateCheck;
import jp.inkan.host.certificate.CertificateFacts;
import jp.inkan.host.failure.Reason;
import jp.inkan.host.institution.Institution;
import jp.inkan.host.store.KeyProof;
import jp.inkan.host.store.StoreException;
import jp.inkan.host.store.StoredCertificate;
import jp.inkan.host.store.StoredKey;
import jp.inkan.host.store.UserKeyStore;
import org.bouncycastle.operator.OperatorCreationException;

/**
 * What issuing and renewing share once the bank knows who asks: key, request, check, installation, proof.
 *
 * <p>The key is in the store, under a name of its own, before the request leaves. Where no final answer comes, it stays there,
 * and the next flow with that name sends the same bytes again and receives the certificate the bank may have made.
 */
record Acquisition(ThroughProxy proxies, Institution institution, UserKeyStore store, Clock clock) {
    /** The PKCS#10 for a key; the same bytes each time. */
    @FunctionalInterface
    interface Request {
        byte[] of(StoredKey key) throws OperatorCreationException;
    }

    /** @param bank where the request goes
     * @param pendingName of the key: the same for the same customer's next try
     * @return the certificate, installed and proved */
    X509Certificate run(Bank bank, BankSession session, String pendingName, Request request)
            throws BankException, StoreException, OperatorCreationException, InterruptedException, FlowFailed, Cancelled {
        User user = proxies.user();
        user.progress(Stage.MAKING_KEY);
        user.pointOfNoReturn();
        try (UserKeyStore.Turn _ = StoreTurn.take(store)) {
            StoredKey key = key(pendingName);
            byte[] pkcs10 = request.of(key);
            user.progress(Stage.REQUESTING);
            X509Certificate certificate = enrol(bank, session, key, pkcs10);
            user.progress(Stage.CHECKING);
            check(certificate, key.publicKey());
            user.progress(Stage.INSTALLING);
            store.bind(key, certificate);
            prove(certificate);
            return certificate;
        }
    }

    /** What the user is told of a certificate that is in the store now. */
    Outcome outcome(X509Certificate certificate, Optional<String> replacedId) throws StoreException {
        CertificateList list = CertificateList.of(institution, store, clock.instant());
        var fresh = list.find(CertificateFacts.of(certificate).id())
                .orElseThrow(() -> new StoreException("The new certificate isn't listed"));
        return new Outcome(fresh.standing(), replacedId.flatMap(list::find).map(CertificateList.Entry::standing));
    }

    private StoredKey key(String name) throws StoreException {
        Optional<StoredKey> pending = store.pendingKey(name);
        return pending.isPresent() ? pending.get() : store.createKey(name);
    }

    private X509Certificate enrol(Bank bank, BankSession session, StoredKey key, byte[] pkcs10)
            throws BankException, StoreException, InterruptedException, Cancelled {
        try {
            return Enrolment.run(() -> proxies.call(() -> bank.enrol(session, pkcs10, key.publicKey())));
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
        StoredCertificate stored = store.list().stream()
                .filter(each -> each.certificate().equals(certificate))
                .findFirst()
                .orElseThrow(() -> new StoreException("The certificate isn't in the store after it was installed"));
        KeyProof.require(stored);
    }
}
