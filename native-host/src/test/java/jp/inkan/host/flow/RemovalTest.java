package jp.inkan.host.flow;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.security.KeyPair;
import java.security.PrivateKey;
import java.security.Security;
import java.time.Duration;
import java.time.Instant;
import jp.inkan.host.certificate.CertificateFacts;
import jp.inkan.host.certificate.Certificates;
import jp.inkan.host.failure.Reason;
import jp.inkan.host.institution.Institution;
import jp.inkan.host.institution.Institutions;
import jp.inkan.host.store.StoredCertificate;
import jp.inkan.host.store.StoredKey;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("Removing a certificate that was replaced")
class RemovalTest {
    private static final Institution PRACTICE = Institutions.builtIn().byCode("9999").orElseThrow();
    private static final Instant NOW = Instant.parse("2026-03-04T06:36:56Z");
    private static final KeyPair OLD = Certificates.rsa();
    private static final KeyPair NEW = Certificates.rsa();

    private final KeptStore store = new KeptStore();
    private final StoredCertificate old = stored(NOW.minus(Duration.ofDays(340)), OLD, OLD.getPrivate());

    private static StoredCertificate stored(Instant from, KeyPair pair, PrivateKey signer) {
        return new StoredCertificate(
                Certificates.good(from).issueFor(pair), new StoredKey("x", pair.getPublic(), signer, Security.getProvider("SunRsaSign")));
    }

    private void remove() throws Exception {
        Removal.run(PRACTICE, store, CertificateFacts.of(old.certificate()).id(), NOW);
    }

    @Test
    @DisplayName("is done where the later one's key signs")
    void replaced() throws Exception {
        store.certificates.add(old);
        store.certificates.add(stored(NOW, NEW, NEW.getPrivate()));
        remove();
        assertThat(store.touched).containsExactly("removed");
    }

    @Test
    @DisplayName("isn't where it doesn't, as after a TPM was cleared: the old one is the last that can be used")
    void laterOneIsDead() {
        store.certificates.add(old);
        store.certificates.add(stored(NOW, NEW, OLD.getPrivate()));
        FlowFailed refused = catchThrowableOfType(FlowFailed.class, this::remove);
        assertThat(refused.reason()).isEqualTo(Reason.NOT_REPLACED);
        assertThat(store.touched).isEmpty();
    }
}
