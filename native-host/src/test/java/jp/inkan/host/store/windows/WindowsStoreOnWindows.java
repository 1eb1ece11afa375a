package jp.inkan.host.store.windows;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import jp.inkan.host.store.StoreException;
import jp.inkan.host.store.UserKeyStore;
import jp.inkan.host.store.UserKeyStoreContract;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Runs on Windows' Java: in these tests under wine, with a stand-in for ncrypt.dll. Its name isn't a test's, so that nobody runs it
 * elsewhere; see {@code WindowsStoreIT}.
 */
@DisplayName("The key store of Windows")
public class WindowsStoreOnWindows extends UserKeyStoreContract {
    private static UserKeyStore store;

    @BeforeAll
    static void open(@TempDir Path folder) throws StoreException {
        store = WindowsStore.open(folder);
    }

    @Override
    protected UserKeyStore store() {
        return store;
    }

    @Test
    @DisplayName("A key is refused to whoever wants to export it")
    void stays() throws Exception {
        CngKey key = (CngKey) store.createKey("stays-1").privateKey();
        assertThatThrownBy(() -> key.export("RSAFULLPRIVATEBLOB")).hasMessageContaining("NTE_PERM");
        assertThat(key.export("RSAPUBLICBLOB")).isNotEmpty();
    }

    @Test
    @DisplayName("A key is in the TPM's provider where that serves")
    void place() throws Exception {
        CngKey key = (CngKey) store.createKey("place-1").privateKey();
        assertThat(key.place().provider()).isEqualTo(KeyStorage.TPM);
        assertThat(KeyName.of(key.place().container()).orElseThrow().pending()).isEqualTo("place-1");
    }
}
