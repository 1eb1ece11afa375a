package jp.inkan.host.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigInteger;
import java.security.KeyPair;
import java.security.Signature;
import java.security.cert.X509Certificate;
import java.security.interfaces.RSAPublicKey;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import jp.inkan.host.certificate.CertificateRequest;
import jp.inkan.host.certificate.Certificates;
import org.bouncycastle.operator.jcajce.JcaContentVerifierProviderBuilder;
import org.bouncycastle.pkcs.jcajce.JcaPKCS10CertificationRequest;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** What every key store promises; each operating system's test class says which store. */
public abstract class UserKeyStoreContract {
    private static final AtomicInteger NAMES = new AtomicInteger();
    private static final BigInteger FIRST_SERIAL = new BigInteger("f0000000000000000000000000000000", 16);

    /** A store of its own, shared by all tests of the class: NSS can be opened once in a process. */
    protected abstract UserKeyStore store() throws StoreException;

    private static String name() {
        return "9999-" + NAMES.incrementAndGet();
    }

    private static X509Certificate certificateFor(StoredKey key) {
        return Certificates.good(Instant.now().truncatedTo(ChronoUnit.SECONDS))
                .serialNumber(FIRST_SERIAL.add(BigInteger.valueOf(NAMES.incrementAndGet())))
                .issueFor(new KeyPair(key.publicKey(), null));
    }

    private List<X509Certificate> certificates() throws StoreException {
        return store().list().stream().map(StoredCertificate::certificate).toList();
    }

    @Test
    @DisplayName("A new key is RSA-2048, signs, and can't be read")
    void newKey() throws Exception {
        StoredKey key = store().createKey(name());
        assertThat(((RSAPublicKey) key.publicKey()).getModulus().bitLength()).isEqualTo(2048);
        assertThat(key.privateKey().getEncoded()).isNull();

        Signature signer = Signature.getInstance("SHA256withRSA", key.provider());
        signer.initSign(key.privateKey());
        signer.update(new byte[] {1});
        byte[] signature = signer.sign();
        Signature verifier = Signature.getInstance("SHA256withRSA");
        verifier.initVerify(key.publicKey());
        verifier.update(new byte[] {1});
        assertThat(verifier.verify(signature)).isTrue();
    }

    @Test
    @DisplayName("A pending key is found again by its name, and gives the same request, byte for byte")
    void pendingKey() throws Exception {
        String name = name();
        StoredKey made = store().createKey(name);
        StoredKey found = store().pendingKey(name).orElseThrow();
        assertThat(found.publicKey()).isEqualTo(made.publicKey());
        byte[] first = CertificateRequest.forLoginId("logid031", made.publicKey(), made.privateKey(), made.provider());
        byte[] second = CertificateRequest.forLoginId("logid031", found.publicKey(), found.privateKey(), found.provider());
        assertThat(first).isEqualTo(second);
        assertThat(new JcaPKCS10CertificationRequest(first).isSignatureValid(
                new JcaContentVerifierProviderBuilder().build(made.publicKey()))).isTrue();
    }

    @Test
    @DisplayName("A pending key isn't listed as a certificate")
    void pendingIsNotListed() throws Exception {
        StoredKey key = store().createKey(name());
        assertThat(certificates()).noneMatch(certificate -> certificate.getPublicKey().equals(key.publicKey()));
    }

    @Test
    @DisplayName("A bound certificate is listed with a key that proves it, and its key is no longer pending")
    void bind() throws Exception {
        String name = name();
        StoredKey key = store().createKey(name);
        X509Certificate certificate = certificateFor(key);
        store().bind(key, certificate);

        StoredCertificate stored = store().list().stream()
                .filter(each -> each.certificate().equals(certificate)).findFirst().orElseThrow();
        assertThat(KeyProof.fault(stored)).isEmpty();
        assertThat(store().pendingKey(name)).isEmpty();
    }

    @Test
    @DisplayName("Binding twice does no harm")
    void bindTwice() throws Exception {
        StoredKey key = store().createKey(name());
        X509Certificate certificate = certificateFor(key);
        store().bind(key, certificate);
        store().bind(key, certificate);
        assertThat(certificates()).containsOnlyOnce(certificate);
    }

    @Test
    @DisplayName("A key made by an earlier process is bound, too, and no longer pending")
    void bindPending() throws Exception {
        String name = name();
        store().createKey(name);
        StoredKey found = store().pendingKey(name).orElseThrow();
        X509Certificate certificate = certificateFor(found);
        store().bind(found, certificate);
        assertThat(certificates()).containsOnlyOnce(certificate);
        assertThat(store().pendingKey(name)).isEmpty();
    }

    @Test
    @DisplayName("One at a time has a turn")
    void turns() throws Exception {
        try (UserKeyStore.Turn _ = store().takeTurn().orElseThrow()) {
            assertThat(store().takeTurn()).isEmpty();
        }
        store().takeTurn().orElseThrow().close();
    }

    @Test
    @DisplayName("Two banks' certificates with the same serial number stay side by side")
    void sameSerialNumber() throws Exception {
        StoredKey one = store().createKey(name());
        StoredKey two = store().createKey(name());
        X509Certificate first = certificateFor(one);
        X509Certificate second = Certificates.good(Instant.now().truncatedTo(ChronoUnit.SECONDS))
                .subjectCode("2235").issuerCode("2235").serialNumber(first.getSerialNumber())
                .issueFor(new KeyPair(two.publicKey(), null));
        store().bind(one, first);
        store().bind(two, second);
        assertThat(certificates()).contains(first, second);
    }

    @Test
    @DisplayName("Discarding one key leaves the others")
    void discardOne() throws Exception {
        String kept = name();
        StoredKey other = store().createKey(kept);
        StoredKey bound = store().createKey(name());
        X509Certificate certificate = certificateFor(bound);
        store().bind(bound, certificate);
        store().discardPending(store().createKey(name()).name());
        assertThat(store().pendingKey(kept).orElseThrow().publicKey()).isEqualTo(other.publicKey());
        assertThat(certificates()).contains(certificate);
    }

    @Test
    @DisplayName("Whatever is left of a pending key is discarded by its name, and where nothing is left it does no harm")
    void discardPending() throws Exception {
        String name = name();
        store().createKey(name);
        StoredKey other = store().createKey(name());
        store().discardPending(name);
        store().discardPending(name);
        assertThat(store().pendingKey(name)).isEmpty();
        assertThat(store().pendingKey(other.name())).isPresent();
    }

    @Test
    @DisplayName("A certificate is recovered with its pending key, and once more does no harm")
    void recover() throws Exception {
        String name = name();
        X509Certificate certificate = certificateFor(store().createKey(name));
        assertThat(store().recover(name, certificate)).isTrue();
        assertThat(store().recover(name, certificate)).isTrue();
        assertThat(certificates()).containsOnlyOnce(certificate);
        assertThat(store().pendingKey(name)).isEmpty();
    }

    @Test
    @DisplayName("A certificate whose key is gone isn't recovered, and another key of that name stays")
    void recoverWithoutKey() throws Exception {
        String name = name();
        StoredKey gone = store().createKey(name);
        X509Certificate certificate = certificateFor(gone);
        store().discardPending(name);
        StoredKey other = store().createKey(name);
        assertThat(store().recover(name, certificate)).isFalse();
        assertThat(certificates()).doesNotContain(certificate);
        assertThat(store().pendingKey(name).orElseThrow().publicKey()).isEqualTo(other.publicKey());
    }

    @Test
    @DisplayName("A removed certificate is gone with its key, the others stay, and removing it again does no harm")
    void remove() throws Exception {
        StoredKey kept = store().createKey(name());
        X509Certificate other = certificateFor(kept);
        store().bind(kept, other);
        StoredKey key = store().createKey(name());
        X509Certificate certificate = certificateFor(key);
        store().bind(key, certificate);
        StoredCertificate stored = store().list().stream()
                .filter(each -> each.certificate().equals(certificate)).findFirst().orElseThrow();
        store().remove(stored);
        store().remove(stored);
        assertThat(certificates()).doesNotContain(certificate).contains(other);
    }

    @Test
    @DisplayName("TLS shows a certificate of the store and proves its key, in TLS 1.2 as in TLS 1.3")
    void tls() throws Exception {
        StoredKey key = store().createKey(name());
        X509Certificate certificate = certificateFor(key);
        store().bind(key, certificate);
        StoredCertificate stored = store().list().stream()
                .filter(each -> each.certificate().equals(certificate)).findFirst().orElseThrow();
        for (String version : List.of("TLSv1.2", "TLSv1.3")) {
            assertThat(TlsHandshake.shownBy(stored, version)).as(version).isEqualTo(certificate);
        }
        // What a bank's older server takes.
        assertThat(TlsHandshake.shownBy(stored, "TLSv1.2", "rsa_pkcs1_sha256")).isEqualTo(certificate);
    }

    @Test
    @DisplayName("Many threads may use it at once")
    void threads() throws Exception {
        UserKeyStore store = store();
        List<Callable<X509Certificate>> work = IntStream.range(0, 8).<Callable<X509Certificate>>mapToObj(_ -> () -> {
            StoredKey key = store.createKey(name());
            X509Certificate certificate = certificateFor(key);
            store.bind(key, certificate);
            return certificate;
        }).toList();
        try (var executor = Executors.newVirtualThreadPerTaskExecutor()) {
            for (var bound : executor.invokeAll(work)) {
                assertThat(certificates()).contains(bound.get());
            }
        }
    }
}
