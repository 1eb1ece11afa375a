package jp.inkan.host.store.nss;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.cert.X509Certificate;
import java.time.Instant;
import jp.inkan.host.certificate.Certificates;
import jp.inkan.host.store.KeyProof;
import jp.inkan.host.store.StoreException;
import jp.inkan.host.store.StoredKey;
import jp.inkan.host.store.UserKeyStore;
import jp.inkan.host.store.UserKeyStoreContract;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A real NSS database, in a folder with a space and Japanese in its name. */
@DisplayName("The NSS store")
@Timeout(60)
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

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    @DisplayName("installs a certificate that couldn't be written at first, whether it made the key itself or found it")
    void failingWrite(boolean found) throws Exception {
        String name = "9999-failing-" + found;
        StoredKey made = store().createKey(name);
        StoredKey key = found ? store().pendingKey(name).orElseThrow() : made;
        X509Certificate certificate = Certificates.good(Instant.now()).serialNumber(BigInteger.valueOf(found ? 1 : 2))
                .issueFor(new KeyPair(key.publicKey(), null));
        try (FullDisk disk = FullDisk.until(folder, "inkan-pending-" + name)) {
            store().bind(key, certificate);
            disk.assertWasFull();
        }
        var stored = store().list().stream().filter(each -> each.certificate().equals(certificate)).toList();
        assertThat(stored).hasSize(1).allSatisfy(each -> assertThat(KeyProof.fault(each)).isEmpty());
        assertThat(store().pendingKey(name)).isEmpty();
    }

    /** What a process leaves that is killed between the two writes of the JDK's: certutil -D takes the certificate alone. */
    private static void tearApart(StoredKey key) throws Exception {
        run("certutil", "-D", "-d", "sql:" + folder, "-n", "inkan-pending-" + key.name());
        assertThat(keys()).contains("orphan");
    }

    private static String keys() throws Exception {
        return run("certutil", "-K", "-d", "sql:" + folder);
    }

    private static String run(String... command) throws Exception {
        Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
        String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor()).as(output).isZero();
        return output;
    }

    @Test
    @DisplayName("finds a key that stands alone, puts its certificate beside it, and leaves nothing of the pending one")
    void orphanRecovered() throws Exception {
        StoredKey key = store().createKey("9999-orphan-recovered");
        X509Certificate certificate = Certificates.good(Instant.now()).serialNumber(BigInteger.valueOf(3))
                .issueFor(new KeyPair(key.publicKey(), null));
        tearApart(key);
        assertThat(store().recover(key.name(), certificate)).isTrue();
        var stored = store().list().stream().filter(each -> each.certificate().equals(certificate)).toList();
        assertThat(stored).hasSize(1).allSatisfy(each -> assertThat(KeyProof.fault(each)).isEmpty());
        assertThat(keys()).doesNotContain("orphan");
    }

    @Test
    @DisplayName("discards a pending key's placeholder that stands alone")
    void placeholderDiscarded() throws Exception {
        X509Certificate alone = Certificates.good(Instant.now()).serialNumber(BigInteger.valueOf(4))
                .issueFor(KeyPairGenerator.getInstance("RSA").generateKeyPair());
        Path file = Files.write(folder.resolve("placeholder.der"), alone.getEncoded());
        store();
        run("certutil", "-A", "-d", "sql:" + folder, "-t", ",,", "-n", "inkan-pending-9999-alone", "-i", file.toString());
        store().discardPending("9999-alone");
        assertThat(run("certutil", "-L", "-d", "sql:" + folder)).doesNotContain("9999-alone");
    }

    @Test
    @DisplayName("discards a pending key that stands alone")
    void orphanDiscarded() throws Exception {
        StoredKey key = store().createKey("9999-orphan-discarded");
        tearApart(key);
        store().discardPending(key.name());
        assertThat(keys()).doesNotContain("orphan");
    }

    @Test
    @DisplayName("doesn't take a key for gone where the keys can't be read")
    void unreadable() throws Exception {
        StoredKey key = store().createKey("9999-unreadable");
        X509Certificate certificate = Certificates.good(Instant.now()).serialNumber(BigInteger.valueOf(6))
                .issueFor(new KeyPair(key.publicKey(), null));
        tearApart(key);
        Path database = folder.resolve("key4.db");
        byte[] whole = Files.readAllBytes(database);
        try {
            Files.write(database, new byte[whole.length]);
            assertThatThrownBy(() -> store().recover(key.name(), certificate)).isInstanceOf(StoreException.class);
        } finally {
            Files.write(database, whole);
        }
        assertThat(store().recover(key.name(), certificate)).isTrue();
    }

    @Test
    @DisplayName("leaves the authority of a certificate that is removed where it is, with what the user trusts it for")
    void authorityStays() throws Exception {
        StoredKey key = store().createKey("9999-authority-stays");
        X509Certificate authority = Certificates.good(Instant.now()).commonName("").asAuthority().issueFor(Certificates.rsa());
        Path file = Files.write(folder.resolve("authority.der"), authority.getEncoded());
        run("certutil", "-A", "-d", "sql:" + folder, "-t", "C,C,C", "-n", "authority", "-i", file.toString());
        X509Certificate certificate = Certificates.good(Instant.now()).serialNumber(BigInteger.valueOf(5))
                .issueFor(new KeyPair(key.publicKey(), null));
        store().bind(key, certificate);
        String keysBefore = keys();
        store().remove(store().list().stream().filter(each -> each.certificate().equals(certificate)).findFirst().orElseThrow());
        assertThat(run("certutil", "-L", "-d", "sql:" + folder)).containsPattern("authority +C,C,C");
        assertThat(keys().lines().count()).isEqualTo(keysBefore.lines().count() - 1);
    }

    @Test
    @DisplayName("keeps its turn from other processes, even after this one has asked for it a second time")
    void turnOfAnotherProcess() throws Exception {
        Path lock = folder().resolve("inkan.lock");
        try (UserKeyStore.Turn _ = store().takeTurn().orElseThrow()) {
            assertThat(store().takeTurn()).isEmpty();
            assertThat(LockProbe.run(lock)).isEqualTo("taken");
        }
        assertThat(LockProbe.run(lock)).isEqualTo("free");
    }

    private Path folder() throws StoreException {
        store();
        return folder;
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
        store().discardPending(key.name());
    }
}
