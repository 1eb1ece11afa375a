package jp.inkan.host.store.windows;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.security.Signature;
import jp.inkan.host.store.StoreException;
import jp.inkan.host.store.StoredKey;
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

    @Test
    @DisplayName("A TPM that can't sign as TLS 1.3 does gets no key: it is made in software, and nothing is left in the TPM")
    void tpmDoesNotServe(@TempDir Path folder) throws Exception {
        UserKeyStore fresh = WindowsStore.open(folder);
        try (StandIn _ = StandIn.failing("NCryptSignHash=80290405@" + KeyStorage.TPM)) {
            CngKey key = (CngKey) fresh.createKey("tpm-1").privateKey();
            assertThat(key.place().provider()).isEqualTo(KeyStorage.SOFTWARE);
        }
        assertThat(KeyStorage.open(KeyStorage.TPM).containers()).noneMatch(name -> name.startsWith("inkan.tpm-1."));
        assertThat(fresh.pendingKey("tpm-1")).isPresent();
    }

    @Test
    @DisplayName("A TPM that holds a key and can't be had isn't a key that is gone")
    void tpmAway(@TempDir Path folder) throws Exception {
        WindowsStore.open(folder).createKey("away-1");
        try (StandIn _ = StandIn.failing("NCryptOpenStorageProvider=80090030@" + KeyStorage.TPM)) {
            UserKeyStore later = WindowsStore.open(folder);
            assertThatThrownBy(() -> later.pendingKey("away-1")).isInstanceOf(StoreException.class);
        }
        assertThat(WindowsStore.open(folder).pendingKey("away-1")).isPresent();
    }

    @Test
    @DisplayName("What Windows refuses is told by its name: a temporary profile, access denied, a blocked smart card")
    void refusals(@TempDir Path folder) throws Exception {
        UserKeyStore fresh = WindowsStore.open(folder);
        try (StandIn _ = StandIn.failing("NCryptFinalizeKey=80090024")) {
            assertThatThrownBy(() -> fresh.createKey("refused-1")).isInstanceOf(StoreException.class)
                    .hasMessageContaining("NTE_TEMPORARY_PROFILE");
        }
        try (StandIn _ = StandIn.failing("NCryptEnumKeys=80090010")) {
            assertThatThrownBy(() -> fresh.pendingKey("refused-1")).hasMessageContaining("NTE_PERM");
        }
        StoredKey key = fresh.createKey("refused-2");
        try (StandIn _ = StandIn.failing("NCryptSignHash=8010006C")) {
            Signature signer = Signature.getInstance("SHA256withRSA", key.provider());
            signer.initSign(key.privateKey());
            signer.update((byte) 1);
            assertThatThrownBy(signer::sign).hasMessageContaining("SCARD_W_CHV_BLOCKED");
        }
    }
}
