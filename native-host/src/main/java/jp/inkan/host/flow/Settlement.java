package jp.inkan.host.flow;

import java.io.ByteArrayInputStream;
import java.security.PublicKey;
import java.security.cert.CertificateEncodingException;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.util.Optional;
import jp.inkan.host.bank.Bank;
import jp.inkan.host.bank.BankException;
import jp.inkan.host.certificate.CertificateCheck;
import jp.inkan.host.certificate.CertificateRequest;
import jp.inkan.host.failure.Reason;
import jp.inkan.host.failure.Trace;
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
            case Entry.State.Received(byte[] pkcs10, byte[] der) -> {
                Optional<X509Certificate> certificate = acceptable(der, pkcs10);
                // Expired meanwhile, or not what we wrote: the bank knows.
                yield certificate.isPresent() ? finish(entry, certificate.get()) : ask(entry, pkcs10, bank, caller);
            }
        };
    }

    private End ask(Entry entry, byte[] pkcs10, Bank bank, Caller caller)
            throws BankException, StoreException, JournalException, FlowFailed, Cancelled {
        Optional<PublicKey> key = publicKey(pkcs10);
        if (key.isEmpty() || !isOfPending(entry.name(), key.get())) {
            // Not what we wrote, or of a key that nobody has: the pending one, whose request may be on its way, isn't touched.
            LOG.error("An entry of the journal isn't about its key: {}", entry.name());
            pc.journal().remove(entry.name());
            return new End.NotOurs();
        }
        Optional<X509Certificate> made = madeFor(pkcs10, key.get(), bank, caller);
        if (made.isEmpty()) {
            clear(entry);
            return new End.Nothing();
        }
        received(entry, pkcs10, made.get());
        return finish(entry, made.get());
    }

    /** Also where no pending key is there: it may stand alone since a process died. */
    private boolean isOfPending(String name, PublicKey key) throws StoreException {
        return pc.store().pendingKey(name).map(StoredKey::publicKey).filter(each -> !each.equals(key)).isEmpty();
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

    /** Notes the certificate where that is possible: where it isn't, the bank still has it. */
    void received(Entry entry, byte[] pkcs10, X509Certificate certificate) {
        try {
            pc.journal().write(entry.with(new Entry.State.Received(pkcs10, certificate.getEncoded())));
        } catch (JournalException | CertificateEncodingException e) {
            LOG.warn("A certificate isn't in the journal before it is installed: {}", Trace.of(e));
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
     * What is left of a key that wasn't finished goes. A whole one stays, for the next enrolment of that name: whoever can write here
     * could have made the entry of one whose request is on its way look like this.
     */
    private void forget(Entry entry) throws StoreException, JournalException {
        if (pc.store().pendingKey(entry.name()).isPresent()) {
            pc.journal().remove(entry.name());
        } else {
            clear(entry);
        }
    }

    /** Leaves nothing of it. */
    void clear(Entry entry) throws StoreException, JournalException {
        pc.store().discardPending(entry.name());
        pc.journal().remove(entry.name());
    }

    private Optional<X509Certificate> acceptable(byte[] der, byte[] pkcs10) {
        return parse(der).filter(certificate -> publicKey(pkcs10)
                .filter(key -> CertificateCheck.fault(certificate, key, institution, pc.clock().instant()).isEmpty())
                .isPresent());
    }

    private static Optional<PublicKey> publicKey(byte[] pkcs10) {
        try {
            return Optional.of(CertificateRequest.publicKeyOf(pkcs10));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    private static Optional<X509Certificate> parse(byte[] der) {
        try {
            return Optional.of((X509Certificate)
                    CertificateFactory.getInstance("X.509").generateCertificate(new ByteArrayInputStream(der)));
        } catch (CertificateException e) {
            return Optional.empty();
        }
    }
}
