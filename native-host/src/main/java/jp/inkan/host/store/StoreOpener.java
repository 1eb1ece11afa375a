package jp.inkan.host.store;

/** Gives the key store of the signed-in user, opening it when it is first wanted. */
@FunctionalInterface
public interface StoreOpener {
    UserKeyStore get() throws StoreException;
}
