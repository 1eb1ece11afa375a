package jp.inkan.host.store.windows;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.security.KeyPair;
import java.security.PublicKey;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import javax.net.ssl.SSLException;
import jp.inkan.host.certificate.CertificateRequest;
import jp.inkan.host.certificate.Certificates;
import jp.inkan.host.store.StoredCertificate;
import jp.inkan.host.store.StoredKey;
import jp.inkan.host.store.TlsHandshake;
import jp.inkan.host.store.UserKeyStore;
import org.bouncycastle.operator.jcajce.JcaContentVerifierProviderBuilder;
import org.bouncycastle.pkcs.jcajce.JcaPKCS10CertificationRequest;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * What wine 8 can by itself, without the stand-in: nothing here is asked of a key after its process, or to refuse its export. The
 * keys come of {@link KeyStorage} and not of the store, which tries PSS on a new key of the TPM's provider, as wine 8 says it has:
 * it signs no request after that (NTE_INTERNAL_ERROR). Nor does wine find a key of the store's again (NTE_NOT_SUPPORTED).
 */
@DisplayName("CNG and MY as they are")
public class CngOnWindows {
    private static UserKeyStore store;

    @BeforeAll
    static void open(@TempDir Path folder) throws Exception {
        store = WindowsStore.open(folder);
    }

    private static StoredKey key() throws Exception {
        CngKey key = KeyStorage.open(KeyStorage.SOFTWARE).create(KeyName.fresh("plain-1").container());
        return new StoredKey("plain-1", key.publicKey(), key, new CngProvider());
    }

    /** As a bank's is: of the key that the request names. */
    private static X509Certificate issued(StoredKey key) throws Exception {
        byte[] request = CertificateRequest.forLoginId("logid031", key.publicKey(), key.privateKey(), key.provider());
        var read = new JcaPKCS10CertificationRequest(request);
        assertThat(read.isSignatureValid(new JcaContentVerifierProviderBuilder().build(key.publicKey()))).isTrue();
        PublicKey requested = read.getPublicKey();
        return Certificates.good(Instant.now().truncatedTo(ChronoUnit.SECONDS)).issueFor(new KeyPair(requested, null));
    }

    private static boolean isInMy(StoredKey key, X509Certificate certificate) throws Exception {
        try (CertificateStore my = CertificateStore.open()) {
            return my.entries().contains(new CertificateStore.Entry(certificate, ((CngKey) key.privateKey()).place()));
        }
    }

    @Test
    @DisplayName("A key is made, gives its public half, and signs a request that verifies; its certificate is in MY until it is removed")
    void certificate() throws Exception {
        StoredKey key = key();
        X509Certificate certificate = issued(key);
        store.bind(key, certificate);
        assertThat(isInMy(key, certificate)).isTrue();
        try (CertificateStore my = CertificateStore.open()) {
            my.remove(certificate);
        }
        assertThat(isInMy(key, certificate)).isFalse();
    }

    @Test
    @DisplayName("TLS 1.3 and 1.2 show a certificate of a request, and prove its key by RSASSA-PSS")
    void tls() throws Exception {
        StoredKey key = key();
        X509Certificate certificate = issued(key);
        store.bind(key, certificate);
        assertThat(isInMy(key, certificate)).isTrue();
        var stored = new StoredCertificate(certificate, key);
        assertThat(TlsHandshake.shownBy(stored, "TLSv1.3")).isEqualTo(certificate);
        assertThat(TlsHandshake.shownBy(stored, "TLSv1.2")).isEqualTo(certificate);
    }

    @Test
    @DisplayName("TLS 1.2 does with RSASSA-PKCS1, with a server that knows nothing else")
    void olderTls() throws Exception {
        StoredKey key = key();
        X509Certificate certificate = issued(key);
        store.bind(key, certificate);
        assertThat(TlsHandshake.shownBy(new StoredCertificate(certificate, key), "TLSv1.2", "rsa_pkcs1_sha256")).isEqualTo(certificate);
    }

    @Test
    @DisplayName("TLS without the key's proof isn't taken: a certificate alone opens nothing")
    void anotherKey() throws Exception {
        X509Certificate certificate = issued(key());
        assertThatThrownBy(() -> TlsHandshake.shownBy(new StoredCertificate(certificate, key()), "TLSv1.3")).isInstanceOf(SSLException.class);
    }
}
