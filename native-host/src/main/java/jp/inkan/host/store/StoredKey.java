package jp.inkan.host.store;

import java.security.PrivateKey;
import java.security.Provider;
import java.security.PublicKey;

/**
 * A key in the store.
 *
 * @param privateKey a handle: the key itself can't be read through it
 * @param provider the one that signs with the handle
 */
public record StoredKey(String name, PublicKey publicKey, PrivateKey privateKey, Provider provider) {}
