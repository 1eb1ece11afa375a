package jp.inkan.host;

import jp.inkan.host.store.StoreException;
import jp.inkan.host.store.StoreOpener;
import jp.inkan.host.store.UserKeyStore;
import jp.inkan.host.store.UserKeyStoreProvider;

/** The key store, opened when it is first wanted; an opening that failed is tried again. */
final class OpenOnce implements StoreOpener {
    private UserKeyStore store;

    @Override
    public synchronized UserKeyStore get() throws StoreException {
        if (store == null) {
            store = UserKeyStoreProvider.openForThisSystem();
        }
        return store;
    }
}
