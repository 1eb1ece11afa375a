package jp.inkan.host.store.nss;

import java.nio.file.Path;
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
        // $HOME, not user.home: Chromium asks the environment, and a test browser's home isn't the account's.
        String home = System.getenv("HOME");
        Path base = Path.of(home == null || home.isEmpty() ? System.getProperty("user.home") : home);
        return NssStore.open(NssLocation.of(System.getenv(), base));
    }
}
