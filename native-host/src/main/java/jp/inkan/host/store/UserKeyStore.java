package jp.inkan.host.store;

import java.security.cert.X509Certificate;
import java.util.List;
import java.util.Optional;

/**
 * The key store of the signed-in OS user, the one the browsers read. Keys are made inside it and stay there.
 *
 * <p>A key begins as a <em>pending</em> key with a name, which outlives this process, and is pending until a certificate is
 * bound to it. TLS of this JVM can sign with every key the store gives. All methods may be
 * called from any thread, and may block for as long as another program holds the store.
 */
public interface UserKeyStore {
    /** Held while keys are made, bound or discarded. */
    interface Turn extends AutoCloseable {
        @Override
        void close();
    }

    /** One process of this user at a time works on keys: two browsers have two hosts. @return nothing while another does */
    Optional<Turn> takeTurn() throws StoreException;

    /**
     * Makes an RSA-2048 key for signing, not exportable where the store can promise it.
     *
     * @param name letters, digits and hyphens, at most 64; unique among the pending keys
     */
    StoredKey createKey(String name) throws StoreException;

    /** The pending key of that name, made by this or an earlier process. */
    Optional<StoredKey> pendingKey(String name) throws StoreException;

    /**
     * Installs the certificate with its key; the key is no longer pending. Binding once more what is bound does nothing. Tries
     * again for a second or two where the store fails.
     */
    void bind(StoredKey key, X509Certificate certificate) throws StoreException;

    /**
     * Deletes whatever there is of a pending key, in whatever state a process that died has left it. Where there is nothing it
     * does nothing.
     */
    void discardPending(String name) throws StoreException;

    /** Deletes this key, which is pending, and no other. Once more does nothing. */
    void discard(StoredKey key) throws StoreException;

    /**
     * Installs a certificate whose key is somewhere in the store: still pending, or apart from everything since a process died
     * while it was binding. Doing it once more does nothing.
     *
     * @param name of the key, while it was pending
     * @return false if the key isn't there
     */
    boolean recover(String name, X509Certificate certificate) throws StoreException;

    /** Removes a certificate and its key, for good. Removing it once more does nothing. */
    void remove(StoredCertificate stored) throws StoreException;

    /** Every certificate whose private key is here, ours or not, expired or not; no pending ones. */
    List<StoredCertificate> list() throws StoreException;
}
