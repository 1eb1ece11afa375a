package jp.inkan.host.flow;

import java.security.cert.X509Certificate;
import java.util.Optional;
import jp.inkan.host.bank.Bank;
import jp.inkan.host.bank.BankException;
import jp.inkan.host.bank.BankSession;
import jp.inkan.host.certificate.CertificateFacts;
import jp.inkan.host.failure.Reason;
import jp.inkan.host.failure.Trace;
import jp.inkan.host.institution.Endpoint;
import jp.inkan.host.institution.Institution;
import jp.inkan.host.journal.Entry;
import jp.inkan.host.journal.JournalException;
import jp.inkan.host.store.StoreException;
import jp.inkan.host.store.StoredKey;
import jp.inkan.host.store.UserKeyStore;
import org.bouncycastle.operator.OperatorCreationException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What issuing and renewing share once the bank knows who asks: key, request, check, installation, proof.
 *
 * <p>Before each step that can't be taken back the journal says so. Where no final answer comes, the entry stays open, and the
 * next start of the host, or the next flow of that name, settles it.
 */
record Acquisition(ThroughProxy proxies, Institution institution, Endpoint endpoint, ThisPc pc, Settlement settlement) {
    /** The PKCS#10 for a key. */
    @FunctionalInterface
    interface Request {
        byte[] of(StoredKey key) throws OperatorCreationException;
    }

    private static final Logger LOG = LoggerFactory.getLogger(Acquisition.class);

    /** @param endpoint the institution's first host, which knows what became of earlier requests */
    static Acquisition of(ThroughProxy proxies, Institution institution, Endpoint endpoint, ThisPc pc) {
        return new Acquisition(proxies, institution, endpoint, pc, new Settlement(institution, pc));
    }

    /** @param bank where the request goes
     * @param entry not in the journal yet, unless an earlier run left it there
     * @return the certificate, installed and proved */
    X509Certificate run(Bank bank, BankSession session, Entry entry, Request request)
            throws BankException, StoreException, JournalException, OperatorCreationException, InterruptedException, FlowFailed,
                    Cancelled {
        User user = proxies.user();
        user.progress(Stage.MAKING_KEY);
        user.pointOfNoReturn();
        try (UserKeyStore.Turn _ = StoreTurn.take(pc.store())) {
            Optional<X509Certificate> earlier = settleEarlier(entry, request);
            return earlier.isPresent() ? earlier.get() : acquire(bank, session, entry, request);
        }
    }

    /**
     * What an earlier run has left, with an entry in the journal or without. A key that is there is never used again: it may have been
     * sent, and then the bank has its certificate; or else somebody may have laid it there who knows it.
     */
    private Optional<X509Certificate> settleEarlier(Entry entry, Request request)
            throws BankException, StoreException, JournalException, OperatorCreationException, FlowFailed, Cancelled {
        Optional<Entry> open = pc.journal().find(entry.name());
        if (open.isPresent() && settle(open.get()) instanceof Settlement.End.Installed(X509Certificate certificate)) {
            return Optional.of(certificate);
        }
        for (Optional<StoredKey> left = pc.store().pendingKey(entry.name()); left.isPresent(); left = pc.store().pendingKey(entry.name())) {
            // The same bytes as were sent, if they were: the signature is deterministic.
            Entry sent = entry.with(new Entry.State.Submitted(request.of(left.get())));
            switch (settle(sent)) {
                case Settlement.End.Installed(X509Certificate certificate) -> {
                    return Optional.of(certificate);
                }
                case Settlement.End.Nothing _ -> {}
                case Settlement.End.NotOurs _, Settlement.End.KeyGone _ -> throw new StoreException("A key that is there can't be settled");
            }
        }
        // Where the key is gone the bank will say that it has issued already, and the user hears what to do about it.
        return Optional.empty();
    }

    private Settlement.End settle(Entry earlier)
            throws BankException, StoreException, JournalException, FlowFailed, Cancelled {
        try (Bank bank = Bank.at(institution, endpoint, pc.clock(), pc.network())) {
            return settlement.settle(earlier, bank, proxies);
        }
    }

    private X509Certificate acquire(Bank bank, BankSession session, Entry entry, Request request)
            throws BankException, StoreException, JournalException, OperatorCreationException, InterruptedException, FlowFailed,
                    Cancelled {
        User user = proxies.user();
        pc.journal().write(entry);
        StoredKey key = pc.store().createKey(entry.name());
        byte[] pkcs10 = request.of(key);
        Entry submitted = entry.with(new Entry.State.Submitted(pkcs10));
        pc.journal().write(submitted);
        user.progress(Stage.REQUESTING);
        X509Certificate certificate;
        try {
            certificate = Enrolment.run(() -> proxies.call(() -> bank.enrol(session, pkcs10, key.publicKey())));
        } catch (BankException.Refused e) {
            return madeAllTheSame(submitted, e);
        }
        user.progress(Stage.CHECKING);
        settlement.check(certificate, key.publicKey());
        user.progress(Stage.INSTALLING);
        pc.store().bind(key, certificate);
        settlement.prove(certificate);
        end(entry);
        return certificate;
    }

    /**
     * After a refusal the certificate of an earlier, lost answer may be waiting for this key. Nor does {@code already-issued} say that none
     * will ever be made: an attempt that is held up on its way gets there once the other certificate is revoked or has expired. So the
     * bank is asked to promise. What else was refused stays open: the next flow or start does the same.
     */
    private X509Certificate madeAllTheSame(Entry submitted, BankException.Refused refused) throws BankException {
        if (refused.reason() == Reason.ALREADY_ISSUED) {
            try {
                if (settle(submitted) instanceof Settlement.End.Installed(X509Certificate certificate)) {
                    return certificate;
                }
            } catch (BankException | StoreException | JournalException | FlowFailed | Cancelled e) {
                LOG.warn("{} stays open: {}", submitted.name(), Trace.of(e));
            }
        }
        throw refused;
    }

    /** The certificate is there: an entry that can't be removed costs the next start a look at the store. */
    private void end(Entry entry) {
        try {
            pc.journal().remove(entry.name());
        } catch (JournalException e) {
            LOG.warn("An entry stays in the journal: {}", Trace.of(e));
        }
    }

    /** What the user is told of a certificate that is in the store now. */
    Outcome outcome(X509Certificate certificate, Optional<String> replacedId) throws StoreException {
        return Outcome.of(institution, pc, CertificateFacts.of(certificate).id(), replacedId);
    }
}
