package jp.inkan.host.store;

import java.util.ServiceLoader;

/** Finds the key store of this operating system; implementations are listed in {@code META-INF/services}. */
public interface UserKeyStoreProvider {
    /** Whether this provider's store is the one of the system we run on. Must load nothing of it. */
    boolean serves(String operatingSystem);

    /** Opens the store of the signed-in user, making it if it isn't there. */
    UserKeyStore open() throws StoreException;

    /** @throws StoreException if no store is known for this system, or it can't be opened */
    static UserKeyStore openForThisSystem() throws StoreException {
        String system = System.getProperty("os.name");
        for (UserKeyStoreProvider provider : ServiceLoader.load(UserKeyStoreProvider.class)) {
            if (provider.serves(system)) {
                return provider.open();
            }
        }
        throw new StoreException("No key store is known for " + system);
    }
}
