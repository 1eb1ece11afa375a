package jp.inkan.host.store.windows;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.Provider;
import java.security.Security;
import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
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
 * Keys in CNG, certificates in the user's store MY. A key of ours is pending for as long as no certificate there names it.
 *
 * <p>Tested with wine 8 and a stand-in for ncrypt.dll, since wine 8 forgets keys with the process.
 */
final class WindowsStore implements UserKeyStore {
    private static final Logger LOG = LoggerFactory.getLogger(WindowsStore.class);

    private final KeyStorages storages;
    private final Provider signatures;
    private final ProcessLock lock;

    private WindowsStore(KeyStorages storages, Provider signatures, ProcessLock lock) {
        this.storages = storages;
        this.signatures = signatures;
        this.lock = lock;
    }

    /** @param folder of ours, for what has to be known beside the keys */
    static WindowsStore open(Path folder) throws StoreException {
        try {
            Files.createDirectories(folder);
        } catch (IOException e) {
            throw new StoreException("The user's folder can't be made", e);
        }
        Provider signatures = new CngProvider();
        // TLS looks for the signer of a key among the JVM's providers.
        Security.addProvider(signatures);
        return new WindowsStore(KeyStorages.open(folder), signatures, new ProcessLock(folder.resolve("store.lock")));
    }

    @Override
    public Optional<Turn> takeTurn() throws StoreException {
        return lock.take();
    }

    @Override
    public synchronized StoredKey createKey(String name) throws StoreException {
        CngKey key = storages.create(KeyName.fresh(name).container());
        LOG.info("A key was made in {}", key.place().provider());
        return stored(name, key);
    }

    @Override
    public synchronized Optional<StoredKey> pendingKey(String name) throws StoreException {
        return pendingKeys(name).stream().findFirst();
    }

    @Override
    public synchronized void bind(StoredKey key, X509Certificate certificate) throws StoreException {
        try (CertificateStore my = CertificateStore.open()) {
            my.add(certificate, cng(key).place(), "Inkan: " + CertificateFacts.of(certificate).commonName());
        }
    }

    @Override
    public synchronized void discardPending(String name) throws StoreException {
        for (KeyPlace place : pendingPlaces(name)) {
            storages.delete(place);
        }
    }

    @Override
    public synchronized void discard(StoredKey key) throws StoreException {
        KeyPlace place = cng(key).place();
        if (pendingPlaces(key.name()).contains(place)) {
            storages.delete(place);
        }
    }

    /** A certificate and the name of its key come into the store in one step: never one without the other. */
    @Override
    public synchronized boolean recover(String name, X509Certificate certificate) throws StoreException {
        for (StoredKey pending : pendingKeys(name)) {
            if (pending.publicKey().equals(certificate.getPublicKey())) {
                bind(pending, certificate);
                return true;
            }
        }
        return list().stream().anyMatch(each -> each.certificate().equals(certificate));
    }

    @Override
    public synchronized void remove(StoredCertificate stored) throws StoreException {
        Optional<KeyPlace> place = entries().stream().filter(entry -> entry.certificate().equals(stored.certificate()))
                .map(CertificateStore.Entry::place).findFirst();
        try (CertificateStore my = CertificateStore.open()) {
            my.remove(stored.certificate());
        }
        // Another certificate may be of the same key.
        if (place.isPresent() && !bound().contains(place.get())) {
            storages.delete(place.get());
        }
    }

    @Override
    public synchronized List<StoredCertificate> list() throws StoreException {
        var found = new ArrayList<StoredCertificate>();
        for (CertificateStore.Entry entry : entries()) {
            try {
                storages.find(entry.place()).ifPresent(key -> found.add(
                        new StoredCertificate(entry.certificate(), stored(entry.place().container(), key))));
            } catch (StoreException e) {
                // A smart card that isn't there, or a key that isn't RSA: none of our business.
                LOG.debug("The key of a certificate can't be had: {}", Trace.of(e));
            }
        }
        return List.copyOf(found);
    }

    private static List<CertificateStore.Entry> entries() throws StoreException {
        try (CertificateStore my = CertificateStore.open()) {
            return my.entries();
        }
    }

    private static Set<KeyPlace> bound() throws StoreException {
        return entries().stream().map(CertificateStore.Entry::place).collect(Collectors.toSet());
    }

    private List<KeyPlace> pendingPlaces(String name) throws StoreException {
        Set<KeyPlace> bound = bound();
        return storages.places().stream()
                .filter(place -> KeyName.of(place.container()).filter(key -> key.pending().equals(name)).isPresent())
                .filter(place -> !bound.contains(place))
                .toList();
    }

    private List<StoredKey> pendingKeys(String name) throws StoreException {
        var keys = new ArrayList<StoredKey>();
        for (KeyPlace place : pendingPlaces(name)) {
            storages.find(place).ifPresent(key -> keys.add(stored(name, key)));
        }
        return List.copyOf(keys);
    }

    private StoredKey stored(String name, CngKey key) {
        return new StoredKey(name, key.publicKey(), key, signatures);
    }

    private static CngKey cng(StoredKey key) throws StoreException {
        if (key.privateKey() instanceof CngKey cng) {
            return cng;
        }
        throw new StoreException("Not a key of this store");
    }
}
