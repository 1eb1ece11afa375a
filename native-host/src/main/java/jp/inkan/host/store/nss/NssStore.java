package jp.inkan.host.store.nss;

import static jp.inkan.host.store.nss.Patience.attempt;
import static jp.inkan.host.store.nss.Patience.patiently;

import java.io.IOException;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.KeyStore;
import java.security.PrivateKey;
import java.security.Provider;
import java.security.cert.Certificate;
import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import jp.inkan.host.certificate.CertificateFacts;
import jp.inkan.host.failure.Trace;
import jp.inkan.host.store.ProcessLock;
import jp.inkan.host.store.StoreException;
import jp.inkan.host.store.StoredCertificate;
import jp.inkan.host.store.StoredKey;
import jp.inkan.host.store.UserKeyStore;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The NSS database through the JDK's PKCS#11 provider. NSS knows keys by the certificate beside them, so a pending key has a
 * self-signed placeholder until the bank's certificate takes its place.
 *
 * <p>NSS is one per process: so is this. Methods hold one lock, since the provider's key store isn't made for threads.
 */
final class NssStore implements UserKeyStore {
    private static final Logger LOG = LoggerFactory.getLogger(NssStore.class);
    private static final String PENDING = "inkan-pending-";
    private static final String BOUND = "inkan-";

    private final Provider provider;
    private final ProcessLock processLock;

    private NssStore(Provider provider, ProcessLock processLock) {
        this.provider = provider;
        this.processLock = processLock;
    }

    static NssStore open(Path folder) throws StoreException {
        NssDatabase.createIfMissing(folder);
        return new NssStore(NssProvider.open(folder), new ProcessLock(folder.resolve("inkan.lock")));
    }

    @Override
    public Optional<Turn> takeTurn() throws StoreException {
        return processLock.take();
    }

    @Override
    public synchronized StoredKey createKey(String name) throws StoreException {
        return attempt("A key can't be made", () -> {
            KeyPairGenerator generator = KeyPairGenerator.getInstance("RSA", provider);
            generator.initialize(2048);
            KeyPair pair = generator.generateKeyPair();
            String alias = PENDING + name;
            load().setKeyEntry(alias, pair.getPrivate(), null, chain(Placeholder.of(name, pair, provider)));
            // The handle of the session's key, not of the entry: see bind.
            return new StoredKey(name, pair.getPublic(), pair.getPrivate(), provider);
        });
    }

    @Override
    public synchronized Optional<StoredKey> pendingKey(String name) throws StoreException {
        return patiently("The keys can't be read", () -> {
            KeyStore store = load();
            return key(store, PENDING + name, name);
        });
    }

    /**
     * The JDK takes the placeholder out before it puts the certificate in. While we hold the key that can be mended: the same
     * once more, and at last the placeholder back.
     */
    @Override
    public synchronized void bind(StoredKey key, X509Certificate certificate) throws StoreException {
        String pending = PENDING + key.name();
        Certificate placeholder = attempt("The pending key can't be read", () -> load().getCertificate(pending));
        try {
            patiently("The certificate can't be installed", () -> {
                KeyStore store = load();
                if (!holds(store, certificate)) {
                    store.setKeyEntry(boundAlias(certificate), key.privateKey(), null, chain(certificate));
                }
                delete(store, pending, key);
                return null;
            });
        } catch (StoreException e) {
            restore(pending, key, placeholder);
            throw e;
        }
        try {
            deleteRemains(pending);
        } catch (StoreException e) {
            // The certificate is bound: what is left over costs nothing but looks.
            LOG.warn("A pending key or its placeholder stays: {}", Trace.of(e));
        }
    }

    /**
     * What the JDK doesn't see: it takes the placeholder out before the key, says nothing where it couldn't take the one out, and
     * knows no key without the other. What is bound has another id.
     */
    private static void deleteRemains(String alias) throws StoreException {
        patiently("What is left of a pending key can't be deleted", () -> {
            NssKeys.delete(alias);
            NssKeys.deleteCertificate(alias);
            return null;
        });
    }

    @Override
    public synchronized void discardPending(String name) throws StoreException {
        String alias = PENDING + name;
        patiently("What is left of a pending key can't be deleted", () -> {
            KeyStore store = load();
            if (store.containsAlias(alias)) {
                store.deleteEntry(alias);
            }
            return null;
        });
        deleteRemains(alias);
    }

    /** There is one of a name. */
    @Override
    public void discard(StoredKey key) throws StoreException {
        discardPending(key.name());
    }

    @Override
    public synchronized boolean recover(String name, X509Certificate certificate) throws StoreException {
        Optional<StoredKey> pending = pendingKey(name).filter(key -> key.publicKey().equals(certificate.getPublicKey()));
        if (pending.isPresent()) {
            bind(pending.get(), certificate);
            return true;
        }
        boolean whole = patiently("The certificates can't be read", () -> holds(load(), certificate));
        if (!whole && !NssKeys.join(certificate, boundAlias(certificate))) {
            return false;
        }
        // One that is there has another public key, and so another certificate to wait for.
        if (pendingKey(name).isEmpty()) {
            discardPending(name);
        }
        return true;
    }

    @Override
    public synchronized void remove(StoredCertificate stored) throws StoreException {
        patiently("The certificate can't be removed", () -> {
            NssKeys.deleteWithKey(stored.certificate());
            if (holds(load(), stored.certificate())) {
                throw new StoreException("The certificate is still there after it was removed");
            }
            return null;
        });
    }

    /** Not the serial number: two banks may use the same one. Never the same twice: NSS tells entries apart by it. */
    private static String boundAlias(X509Certificate certificate) {
        return BOUND + CertificateFacts.of(certificate).id() + "-" + Long.toHexString(System.nanoTime());
    }

    private static boolean holds(KeyStore store, X509Certificate certificate) throws GeneralSecurityException {
        for (String alias : Collections.list(store.aliases())) {
            if (!alias.startsWith(PENDING) && store.isKeyEntry(alias) && certificate.equals(store.getCertificate(alias))) {
                return true;
            }
        }
        return false;
    }

    private void restore(String pending, StoredKey key, Certificate placeholder) throws StoreException {
        attempt("The certificate can't be installed, nor the pending key put back", () -> {
            KeyStore store = load();
            if (placeholder != null && !store.containsAlias(pending)) {
                store.setKeyEntry(pending, key.privateKey(), null, chain(placeholder));
            }
            return null;
        });
    }

    /** Deletes the entry if it is this key's. */
    private static void delete(KeyStore store, String alias, StoredKey key) throws GeneralSecurityException {
        Certificate placeholder = store.getCertificate(alias);
        if (placeholder != null && placeholder.getPublicKey().equals(key.publicKey())) {
            store.deleteEntry(alias);
        }
    }

    @Override
    public synchronized List<StoredCertificate> list() throws StoreException {
        return patiently("The certificates can't be read", () -> {
            KeyStore store = load();
            var found = new ArrayList<StoredCertificate>();
            for (String alias : Collections.list(store.aliases())) {
                if (!alias.startsWith(PENDING) && store.getCertificate(alias) instanceof X509Certificate certificate) {
                    key(store, alias, alias).ifPresent(key -> found.add(new StoredCertificate(certificate, key)));
                }
            }
            return List.copyOf(found);
        });
    }

    private Optional<StoredKey> key(KeyStore store, String alias, String name) throws GeneralSecurityException {
        if (!store.isKeyEntry(alias) || !(store.getKey(alias, null) instanceof PrivateKey privateKey)) {
            return Optional.empty();
        }
        return Optional.of(new StoredKey(name, store.getCertificate(alias).getPublicKey(), privateKey, provider));
    }

    /** A fresh view: other programs write to the database too. */
    private KeyStore load() throws GeneralSecurityException, IOException {
        KeyStore store = KeyStore.getInstance("PKCS11", provider);
        store.load(null, null);
        return store;
    }

    private static Certificate[] chain(Certificate certificate) {
        return new Certificate[] {certificate};
    }
}
