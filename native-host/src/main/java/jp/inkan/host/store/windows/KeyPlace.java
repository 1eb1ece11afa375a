package jp.inkan.host.store.windows;

/**
 * Where a key is.
 *
 * @param provider   name of a key storage provider
 * @param container  name of the key in it
 * @param legacySpec 0 for a key of CNG's; else AT_KEYEXCHANGE or AT_SIGNATURE, of a key of CryptoAPI's (wincrypt.h)
 */
record KeyPlace(String provider, String container, int legacySpec) {
    KeyPlace(String provider, String container) {
        this(provider, container, 0);
    }
}
