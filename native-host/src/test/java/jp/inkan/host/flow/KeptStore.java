package jp.inkan.host.flow;

import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import jp.inkan.host.store.StoredCertificate;
import jp.inkan.host.store.StoredKey;
import jp.inkan.host.store.UserKeyStore;

/** Holds the keys that a test gives it, several of a name like Windows', and notes what is done to it. */
final class KeptStore implements UserKeyStore {
    final List<String> touched = new ArrayList<>();
    final List<StoredCertificate> certificates = new ArrayList<>();
    final List<StoredKey> pending = new ArrayList<>();

    @Override
    public Optional<Turn> takeTurn() {
        return Optional.of(() -> {});
    }

    @Override
    public StoredKey createKey(String name) {
        touched.add("created " + name);
        throw new IllegalStateException("no key is wanted");
    }

    @Override
    public Optional<StoredKey> pendingKey(String name) {
        return pending.stream().filter(key -> key.name().equals(name)).findFirst();
    }

    @Override
    public void bind(StoredKey key, X509Certificate certificate) {
        touched.add("bound " + key.name());
    }

    @Override
    public void discardPending(String name) {
        pending.removeIf(key -> key.name().equals(name));
        touched.add("discarded " + name);
    }

    @Override
    public void discard(StoredKey key) {
        pending.remove(key);
        touched.add("discarded " + key.name());
    }

    @Override
    public boolean recover(String name, X509Certificate certificate) {
        touched.add("recovered " + name);
        return true;
    }

    @Override
    public void remove(StoredCertificate stored) {
        touched.add("removed");
    }

    @Override
    public List<StoredCertificate> list() {
        return List.copyOf(certificates);
    }
}
