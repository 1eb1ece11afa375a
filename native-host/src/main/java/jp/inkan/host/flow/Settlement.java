package jp.inkan.host.flow;

import java.security.PublicKey;
import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
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

    /** How an entry ended. Nothing of it is left in the journal, but where the key is gone. */
    sealed interface End {
        /** The user has this certificate now; it is proved. */
        record Installed(X509Certificate certificate) implements End {}

        /** Nothing was issued, and nothing is left on this PC. */
        record Nothing() implements End {}

        /** The entry wasn't what this host writes: nothing but the entry was touched. */
        record NotOurs() implements End {}

        /**
         * A certificate was issued, and its key isn't in the store. Somebody has deleted it, or on Linux another database counts just now:
         * the entry stays for as long as the bank has that certificate, or until another key is made.
         */
        record KeyGone() implements End {}
    }

    private static final Logger LOG = LoggerFactory.getLogger(Settlement.class);

    /** Finds out what became of it, and finishes it.
     * @param bank the institution's first host */
    End settle(Entry entry, Bank bank, Caller caller)
            throws BankException, StoreException, JournalException, FlowFailed, Cancelled {
        boolean promised = false;
        for (Optional<StoredKey> left = pc.store().pendingKey(entry.name()); left.isPresent(); left = pc.store().pendingKey(entry.name())) {
            Optional<End> end = settle(entry, left.get(), bank, caller);
            if (end.isPresent()) {
                return end.get();
            }
            // One whose certificate was removed by hand has the same name: the bank is still to be asked about the entry's.
            promised |= isOf(entry, left.get());
        }
        if (promised) {
            pc.journal().remove(entry.name());
            return new End.Nothing();
        }
        return switch (entry.state()) {
            case Entry.State.Begun _ -> cleared(entry);
            case Entry.State.Submitted(byte[] pkcs10) -> settleTorn(entry, pkcs10, bank, caller);
        };
    }

    /**
     * The key is there and whole. Asked about is what this host sends for it, and what the entry says was sent: that may be an older
     * host's, or somebody's who can write here. Where nobody can tell what this host has sent, the key stays, and the next enrolment of
     * that name asks the bank about it.
     *
     * @return nothing where the bank has promised, and the key is gone
     */
    private Optional<End> settle(Entry entry, StoredKey key, Bank bank, Caller caller)
            throws BankException, StoreException, JournalException, FlowFailed, Cancelled {
        List<byte[]> ours = OwnRequest.of(entry, key, pc.store());
        for (byte[] request : withSaid(ours, entry, key)) {
            Optional<X509Certificate> made = madeFor(request, key.publicKey(), bank, caller);
            if (made.isPresent()) {
                return Optional.of(finish(entry, made.get()));
            }
        }
        if (!ours.isEmpty()) {
            pc.store().discard(key);
            return Optional.empty();
        }
        pc.journal().remove(entry.name());
        if (entry.state() instanceof Entry.State.Begun) {
            return Optional.of(new End.Nothing());
        }
        LOG.error("An entry of the journal isn't about its key: {}", entry.name());
        return Optional.of(new End.NotOurs());
    }

    private static List<byte[]> withSaid(List<byte[]> ours, Entry entry, StoredKey key) {
        var requests = new ArrayList<>(ours);
        if (entry.state() instanceof Entry.State.Submitted(byte[] pkcs10)
                && isOf(entry, key)
                && ours.stream().noneMatch(each -> Arrays.equals(each, pkcs10))) {
            requests.add(pkcs10);
        }
        return requests;
    }

    /** Whether what the entry says was sent is about this key. */
    private static boolean isOf(Entry entry, StoredKey key) {
        return entry.state() instanceof Entry.State.Submitted(byte[] pkcs10)
                && publicKey(pkcs10).filter(key.publicKey()::equals).isPresent();
    }

    /** No whole key is there; it may stand alone since a process died. */
    private End settleTorn(Entry entry, byte[] pkcs10, Bank bank, Caller caller)
            throws BankException, StoreException, JournalException, FlowFailed, Cancelled {
        Optional<PublicKey> key = publicKey(pkcs10);
        if (key.isEmpty()) {
            LOG.error("An entry of the journal has no request: {}", entry.name());
            pc.journal().remove(entry.name());
            return new End.NotOurs();
        }
        Optional<X509Certificate> made = madeFor(pkcs10, key.get(), bank, caller);
        return made.isPresent() ? finish(entry, made.get()) : cleared(entry);
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
            LOG.error("A certificate was issued whose key isn't in the store: {}", entry.name());
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

    private End cleared(Entry entry) throws StoreException, JournalException {
        pc.store().discardPending(entry.name());
        pc.journal().remove(entry.name());
        return new End.Nothing();
    }

    private static Optional<PublicKey> publicKey(byte[] pkcs10) {
        try {
            return Optional.of(CertificateRequest.publicKeyOf(pkcs10));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }
}
