package jp.inkan.host.flow;

import java.security.PublicKey;
import java.security.cert.X509Certificate;
import java.util.Optional;
import jp.inkan.host.bank.Bank;
import jp.inkan.host.bank.BankException;
import jp.inkan.host.certificate.CertificateCheck;
import jp.inkan.host.certificate.CertificateRequest;
import jp.inkan.host.failure.Reason;
import jp.inkan.host.institution.Institution;
import jp.inkan.host.journal.Entry;
import jp.inkan.host.journal.JournalException;
import jp.inkan.host.store.KeyProof;
import jp.inkan.host.store.StoreException;
import jp.inkan.host.store.StoredCertificate;
import jp.inkan.host.store.StoredKey;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The way from an entry of the journal to its end: to a certificate that is installed and proved, or to a PC on which nothing
 * is left of it. A key whose request was sent is deleted only when the bank has promised never to make a certificate for it.
 *
 * <p>Whoever calls holds the turn at the store.
 */
record Settlement(Institution institution, ThisPc pc) {
    /** A call to the bank, made again for as long as a proxy on the way asks who the user is. */
    @FunctionalInterface
    interface Caller {
        <T> T call(ThroughProxy.Call<T> call) throws BankException, Cancelled;
    }

    /** How an entry ended. Nothing of it is left in the journal. */
    sealed interface End {
        /** The user has this certificate now; it is proved. */
        record Installed(X509Certificate certificate) implements End {}

        /** Nothing was issued, and nothing is left on this PC. */
        record Nothing() implements End {}

        /** The entry wasn't what this host writes: nothing but the entry was touched. */
        record NotOurs() implements End {}

        /** A certificate was issued, and its key isn't in the store any more: somebody has deleted it. */
        record KeyGone() implements End {}
    }

    private static final Logger LOG = LoggerFactory.getLogger(Settlement.class);

    /** Finds out what became of it, and finishes it.
     * @param bank the institution's first host */
    End settle(Entry entry, Bank bank, Caller caller)
            throws BankException, StoreException, JournalException, FlowFailed, Cancelled {
        return switch (entry.state()) {
            case Entry.State.Begun _ -> {
                forget(entry);
                yield new End.Nothing();
            }
            case Entry.State.Submitted(byte[] pkcs10) -> ask(entry, pkcs10, bank, caller);
        };
    }

    private End ask(Entry entry, byte[] pkcs10, Bank bank, Caller caller)
            throws BankException, StoreException, JournalException, FlowFailed, Cancelled {
        Optional<PublicKey> key = publicKey(pkcs10);
        Optional<StoredKey> pending = pc.store().pendingKey(entry.name());
        if (key.isEmpty() || pending.isPresent() && !isOf(pending.get(), entry, pkcs10, key.get())) {
            // Not what we wrote, or of a key that nobody has: the pending one, whose request may be on its way, isn't touched.
            LOG.error("An entry of the journal isn't about its key: {}", entry.name());
            pc.journal().remove(entry.name());
            return new End.NotOurs();
        }
        Optional<X509Certificate> made = madeFor(pkcs10, key.get(), bank, caller);
        if (made.isEmpty()) {
            if (pending.isPresent()) {
                pc.store().discard(pending.get());
                pc.journal().remove(entry.name());
            } else {
                clear(entry);
            }
            return new End.Nothing();
        }
        return finish(entry, made.get());
    }

    private boolean isOf(StoredKey pending, Entry entry, byte[] pkcs10, PublicKey key) throws StoreException {
        return pending.publicKey().equals(key) && OwnRequest.isIn(entry, pkcs10, pending, pc.store());
    }

    private Optional<X509Certificate> madeFor(byte[] pkcs10, PublicKey ours, Bank bank, Caller caller)
            throws BankException, FlowFailed, Cancelled {
        Optional<X509Certificate> made = caller.call(() -> bank.certificateOf(pkcs10, ours));
        if (made.isEmpty()) {
            if (caller.call(() -> bank.abandon(pkcs10))) {
                return Optional.empty();
            }
            // It was on its way when we asked first. If it isn't there now either, nothing was promised: the key stays.
            made = caller.call(() -> bank.certificateOf(pkcs10, ours));
        }
        X509Certificate certificate =
                made.orElseThrow(() -> new FlowFailed(Reason.BANK_ANSWER, "there is a certificate, says the bank, and none"));
        check(certificate, ours);
        return Optional.of(certificate);
    }

    /** @throws FlowFailed if the certificate isn't the one that was asked for */
    void check(X509Certificate certificate, PublicKey ours) throws FlowFailed {
        Optional<String> fault = CertificateCheck.fault(certificate, ours, institution, pc.clock().instant());
        if (fault.isPresent()) {
            throw new FlowFailed(Reason.CERTIFICATE_REJECTED, fault.get());
        }
    }

    private End finish(Entry entry, X509Certificate certificate)
            throws StoreException, JournalException {
        if (!pc.store().recover(entry.name(), certificate)) {
            LOG.error("A certificate was issued whose key isn't in the store any more: {}", entry.name());
            pc.journal().remove(entry.name());
            return new End.KeyGone();
        }
        prove(certificate);
        pc.journal().remove(entry.name());
        return new End.Installed(certificate);
    }

    /** @throws StoreException if the certificate isn't in the store, or its key doesn't sign */
    void prove(X509Certificate certificate) throws StoreException {
        StoredCertificate stored = pc.store().list().stream()
                .filter(each -> each.certificate().equals(certificate))
                .findFirst()
                .orElseThrow(() -> new StoreException("The certificate isn't in the store after it was installed"));
        KeyProof.require(stored);
    }

    /**
     * What is left of a key that wasn't finished goes. A whole one stays, and the next enrolment of that name asks the bank about it:
     * whoever can write here could have made the entry of one whose request is on its way look like this.
     */
    private void forget(Entry entry) throws StoreException, JournalException {
        if (pc.store().pendingKey(entry.name()).isPresent()) {
            pc.journal().remove(entry.name());
        } else {
            clear(entry);
        }
    }

    /** Leaves nothing of it: the key may stand alone since a process died. */
    private void clear(Entry entry) throws StoreException, JournalException {
        pc.store().discardPending(entry.name());
        pc.journal().remove(entry.name());
    }

    private static Optional<PublicKey> publicKey(byte[] pkcs10) {
        try {
            return Optional.of(CertificateRequest.publicKeyOf(pkcs10));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }
}
