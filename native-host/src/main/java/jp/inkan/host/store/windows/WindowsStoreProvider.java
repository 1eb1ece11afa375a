package jp.inkan.host.store.windows;

import jp.inkan.host.platform.UserFolders;
import jp.inkan.host.store.StoreException;
import jp.inkan.host.store.UserKeyStore;
import jp.inkan.host.store.UserKeyStoreProvider;

/** Windows: CNG, and the user's certificate store. */
public final class WindowsStoreProvider implements UserKeyStoreProvider {
    @Override
    public boolean serves(String operatingSystem) {
        return operatingSystem.startsWith("Windows");
    }

    @Override
    public UserKeyStore open() throws StoreException {
        return WindowsStore.open(UserFolders.of(System.getenv()).ours());
    }
}
