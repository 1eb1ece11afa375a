package jp.inkan.host.flow;

import java.security.cert.X509Certificate;
import java.util.Arrays;
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
 * Whether a request in the journal is the one that this host sends for that key under that name. With any other the bank would promise
 * something about bytes that were never sent, and the key of those that were would be deleted.
 */
final class OwnRequest {
    private OwnRequest() {}

    /** @param pkcs10 DER, signed with the key */
    static boolean isIn(Entry entry, byte[] pkcs10, StoredKey key, UserKeyStore store) throws StoreException {
        return isNamed(entry, pkcs10, store) && Arrays.equals(pkcs10, again(pkcs10, key));
    }

    private static boolean isNamed(Entry entry, byte[] pkcs10, UserKeyStore store) throws StoreException {
        boolean renewal = PendingName.isOfRenewal(entry.institution(), entry.name());
        if (renewal != entry.replaces().isPresent()) {
            return false;
        }
        if (!renewal) {
            return CertificateRequest.loginIdOf(pkcs10)
                    .filter(loginId -> PendingName.ofIssue(entry.institution(), loginId).equals(entry.name()))
                    .isPresent();
        }
        Optional<X509Certificate> old = store.list().stream().map(StoredCertificate::certificate)
                .filter(each -> CertificateFacts.of(each).id().equals(entry.replaces().get())).findFirst();
        // Where the old one is gone nobody can tell.
        return old.isEmpty()
                || PendingName.ofRenewal(entry.institution(), CertificateFacts.of(old.get()).serialNumber()).equals(entry.name())
                        && CertificateRequest.isFor(old.get().getSubjectX500Principal(), pkcs10);
    }

    private static byte[] again(byte[] pkcs10, StoredKey key) throws StoreException {
        try {
            return CertificateRequest.again(pkcs10, key.publicKey(), key.privateKey(), key.provider());
        } catch (OperatorCreationException e) {
            throw new StoreException("The pending key doesn't sign", e);
        }
    }
}
