package jp.inkan.host.store.windows;

import static org.assertj.core.api.Assertions.assertThat;

import java.security.KeyPair;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import jp.inkan.host.certificate.CertificateRequest;
import jp.inkan.host.certificate.Certificates;
import org.bouncycastle.operator.jcajce.JcaContentVerifierProviderBuilder;
import org.bouncycastle.pkcs.jcajce.JcaPKCS10CertificationRequest;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** What wine 8 can by itself, without the stand-in: nothing here is asked of a key after its process, or to refuse its export. */
@DisplayName("CNG and MY as they are")
public class CngOnWindows {
    private static CngKey key() throws Exception {
        return KeyStorage.open(KeyStorage.SOFTWARE).create(KeyName.fresh("plain-1").container());
    }

    @Test
    @DisplayName("A key is made, gives its public half, and signs a request that verifies")
    void request() throws Exception {
        CngKey key = key();
        assertThat(key.publicKey().getModulus().bitLength()).isEqualTo(2048);
        byte[] request = CertificateRequest.forLoginId("logid031", key.publicKey(), key, new CngProvider());
        assertThat(new JcaPKCS10CertificationRequest(request).isSignatureValid(
                new JcaContentVerifierProviderBuilder().build(key.publicKey()))).isTrue();
    }

    @Test
    @DisplayName("A certificate is found in MY with the name of its key, and is gone once it is removed")
    void certificate() throws Exception {
        CngKey key = key();
        X509Certificate certificate = Certificates.good(Instant.now().truncatedTo(ChronoUnit.SECONDS))
                .issueFor(new KeyPair(key.publicKey(), null));
        try (CertificateStore my = CertificateStore.open()) {
            my.add(certificate, key.place(), "Inkan: 練習用");
        }
        var entry = new CertificateStore.Entry(certificate, key.place());
        try (CertificateStore my = CertificateStore.open()) {
            assertThat(my.entries()).contains(entry);
            my.remove(certificate);
        }
        try (CertificateStore my = CertificateStore.open()) {
            assertThat(my.entries()).doesNotContain(entry);
        }
    }
}
