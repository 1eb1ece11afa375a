package jp.inkan.host.bank;

import static org.assertj.core.api.Assertions.assertThat;

import java.security.KeyStore;
import java.security.MessageDigest;
import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import jp.inkan.host.institution.Endpoint;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayName("Whose TLS certificates are believed at a real bank's")
class AuthoritiesTest {
    private static List<X509Certificate> list() throws Exception {
        KeyStore store = Authorities.ofThePublic();
        var list = new ArrayList<X509Certificate>();
        for (String alias : Collections.list(store.aliases())) {
            list.add((X509Certificate) store.getCertificate(alias));
        }
        return list;
    }

    @Test
    @DisplayName("nobody's but those of our own list: whatever the system or the Java runtime believes")
    void ourOwn() throws Exception {
        X509Certificate[] believed = Trust.of(new Endpoint.Public("www.example.jp"), Optional.empty()).authorities();
        assertThat(believed).containsExactlyInAnyOrderElementsOf(list()).hasSize(135);
    }

    @Test
    @DisplayName("the list is the one that was looked at when it was taken over")
    void pinned() throws Exception {
        try (var in = Authorities.class.getResourceAsStream("authorities.pem")) {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(in.readAllBytes());
            assertThat(HexFormat.of().formatHex(digest)).isEqualTo("345703fb2cb7c30d5e7685dd71f00c0189118cd7852b31fb5d956629bcf75813");
        }
    }

    /** A PEM can't say until when, or for which names. */
    @ParameterizedTest
    @ValueSource(strings = {"O=\"Entrust", "O=Entrust", "AffirmTrust", "TrustCor", "E-Tugra", "GLOBALTRUST", "TUBITAK", "Chunghwa", "Camerfirma", "NetLock", "Symantec"})
    @DisplayName("none that a browser has thrown out, or believes within limits only, is on it")
    void limited(String name) throws Exception {
        assertThat(list()).noneMatch(each -> each.getSubjectX500Principal().getName().toLowerCase(Locale.ROOT)
                .contains(name.toLowerCase(Locale.ROOT)));
    }

    @Test
    @DisplayName("each of them is an authority, and vouches for itself")
    void authorities() throws Exception {
        assertThat(list()).allSatisfy(each -> {
            assertThat(each.getSubjectX500Principal()).isEqualTo(each.getIssuerX500Principal());
            each.verify(each.getPublicKey());
        });
    }
}
