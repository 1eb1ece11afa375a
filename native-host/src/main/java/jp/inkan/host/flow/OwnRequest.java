package jp.inkan.host.flow;

import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import jp.inkan.host.certificate.CertificateFacts;
import jp.inkan.host.certificate.CertificateRequest;
import jp.inkan.host.journal.Entry;
import jp.inkan.host.store.StoreException;
import jp.inkan.host.store.StoredCertificate;
import jp.inkan.host.store.StoredKey;
import jp.inkan.host.store.UserKeyStore;
import org.bouncycastle.operator.OperatorCreationException;

/**
 * The request that this host sends for a key under a name, made again: the same bytes, since the signature is deterministic. Those of the
 * journal may be others, about which the bank would promise something though they were never sent; and then the key of those that were
 * would be deleted.
 */
final class OwnRequest {
    private OwnRequest() {}

    /** @return DER; more than one only where certificates have the same serial number; none where nobody can tell what the entry was for */
    static List<byte[]> of(Entry entry, StoredKey key, UserKeyStore store) throws StoreException {
        try {
            return PendingName.isOfRenewal(entry.institution(), entry.name()) ? ofRenewal(entry, key, store) : ofIssue(entry, key);
        } catch (OperatorCreationException e) {
            throw new StoreException("The pending key doesn't sign", e);
        }
    }

    private static List<byte[]> ofIssue(Entry entry, StoredKey key) throws OperatorCreationException {
        Optional<String> loginId = entry.state() instanceof Entry.State.Submitted(byte[] pkcs10)
                ? CertificateRequest.loginIdOf(pkcs10)
                : Optional.empty();
        if (loginId.isEmpty() || !PendingName.ofIssue(entry.institution(), loginId.get()).equals(entry.name())) {
            return List.of();
        }
        return List.of(CertificateRequest.forLoginId(loginId.get(), key.publicKey(), key.privateKey(), key.provider()));
    }

    private static List<byte[]> ofRenewal(Entry entry, StoredKey key, UserKeyStore store)
            throws StoreException, OperatorCreationException {
        var requests = new ArrayList<byte[]>();
        for (StoredCertificate stored : store.list()) {
            X509Certificate old = stored.certificate();
            if (PendingName.ofRenewal(entry.institution(), CertificateFacts.serialNumber(old)).equals(entry.name())) {
                requests.add(CertificateRequest.forSubject(
                        old.getSubjectX500Principal(), key.publicKey(), key.privateKey(), key.provider()));
            }
        }
        return List.copyOf(requests);
    }
}
