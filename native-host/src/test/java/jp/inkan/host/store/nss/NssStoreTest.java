package jp.inkan.host.store.nss;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import jp.inkan.host.store.StoreException;
import jp.inkan.host.store.StoredKey;
import jp.inkan.host.store.UserKeyStore;
import jp.inkan.host.store.UserKeyStoreContract;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** A real NSS database, in a folder with a space and Japanese in its name. */
@DisplayName("The NSS store")
class NssStoreTest extends UserKeyStoreContract {
    private static Path folder;
    private static NssStore store;

    @Override
    protected UserKeyStore store() throws StoreException {
        synchronized (NssStoreTest.class) {
            if (store == null) {
                folder = home().resolve("利用者 一/.local/share/pki/nssdb");
                store = NssStore.open(folder);
            }
            return store;
        }
    }

    /** Not a temporary folder: NSS keeps it open until the process ends. */
    private static Path home() {
        try {
            return Files.createTempDirectory(Files.createDirectories(Path.of("target")).toAbsolutePath(), "nss");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Test
    @DisplayName("makes a database that is the user's alone, and that certutil can read")
    void database() throws Exception {
        StoredKey key = store().createKey("9999-certutil");
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(folder))).isEqualTo("rwx------");
        Process certutil = new ProcessBuilder("certutil", "-L", "-d", "sql:" + folder).redirectErrorStream(true).start();
        String listing = new String(certutil.getInputStream().readAllBytes());
        assertThat(certutil.waitFor()).isZero();
        assertThat(listing).contains("inkan-pending-9999-certutil").contains("u,u,u");
        store().discard(key);
    }
}
