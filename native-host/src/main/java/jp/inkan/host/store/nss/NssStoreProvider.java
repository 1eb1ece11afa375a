package jp.inkan.host.store.nss;

import jp.inkan.host.platform.UserFolders;
import jp.inkan.host.store.StoreException;
import jp.inkan.host.store.UserKeyStore;
import jp.inkan.host.store.UserKeyStoreProvider;

/** Linux: the NSS database of Chromium, Chrome and Edge. */
public final class NssStoreProvider implements UserKeyStoreProvider {
    @Override
    public boolean serves(String operatingSystem) {
        return operatingSystem.equals("Linux");
    }

    @Override
    public UserKeyStore open() throws StoreException {
        return NssStore.open(NssLocation.of(UserFolders.of(System.getenv())));
    }
}
