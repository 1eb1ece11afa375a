package jp.inkan.host.proxy;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import okhttp3.Challenge;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayName("Who we are to a proxy")
class DigestTest {
    private static final Login MUFASA = new Login("Mufasa".toCharArray(), "Circle of Life".toCharArray());

    /** Of RFC 7616 section 3.9.1. */
    private static Map<String, String> challenge(String algorithm) {
        return Map.of(
                "realm", "http-auth@example.org",
                "qop", "auth, auth-int",
                "algorithm", algorithm,
                "nonce", "7ypf/xlj9XXwfDPEoM4URrv/xwf94BcCAzFZH4GiTo0v",
                "opaque", "FQhe/qaU925kfnzjCev0ciny7QMkPqMAFRtzCUYo5tdS");
    }

    @ParameterizedTest
    @CsvSource({
        "MD5, 8ca523f5e9506fed4657c9700eebdbec",
        "SHA-256, 753927fa0e85d155564e2e272a28d1802ca10daf4496794697cf8db5856cb6c1"
    })
    @DisplayName("is said as in the examples of RFC 7616")
    void examples(String algorithm, String response) {
        String answer = Digest.of(challenge(algorithm)).orElseThrow()
                .answer("GET", "/dir/index.html", MUFASA, "f2/wE4q74E6zIJEtWaHKaf5wv/H5QzzpXusqGemxURZJ");
        assertThat(answer)
                .startsWith("Digest username=\"Mufasa\", realm=\"http-auth@example.org\", ")
                .contains("uri=\"/dir/index.html\", response=\"" + response + "\", algorithm=" + algorithm + ", qop=auth, nc=00000001, ")
                .endsWith("opaque=\"FQhe/qaU925kfnzjCev0ciny7QMkPqMAFRtzCUYo5tdS\"");
    }

    @Test
    @DisplayName("is said to a proxy that is older than qop as in RFC 2069, whose example has an erratum: by its formula")
    void old() {
        String answer = Digest.of(Map.of("realm", "testrealm@host.com", "nonce", "dcd98b7102dd2f0e8b11d0f600bfb0c093")).orElseThrow()
                .answer("GET", "/dir/index.html", new Login("Mufasa".toCharArray(), "CircleOfLife".toCharArray()), "unused");
        assertThat(answer).contains("response=\"1949323746fe6a43ef61f9606e7febea\"").doesNotContain("cnonce", "qop", "algorithm");
    }

    @Test
    @DisplayName("is never said twice with the same number of ours")
    void clientNonce() {
        Digest digest = Digest.of(challenge("SHA-256")).orElseThrow();
        assertThat(digest.answer("bank:443", MUFASA)).isNotEqualTo(digest.answer("bank:443", MUFASA));
    }

    @ParameterizedTest
    @ValueSource(strings = {"SHA-512-256", "SHA-256-sess", "md5-sess"})
    @DisplayName("is said in the other algorithms of RFC 7616 too")
    void others(String algorithm) {
        assertThat(Digest.of(challenge(algorithm))).isPresent();
    }

    @Test
    @DisplayName("isn't said in a way nobody asked for")
    void unknown() {
        assertThat(Digest.of(challenge("SHA3"))).isEmpty();
        assertThat(Digest.of(Map.of("realm", "r", "nonce", "n", "qop", "auth-int"))).isEmpty();
        assertThat(Digest.of(Map.of("realm", "r"))).isEmpty();
        assertThat(Digest.of(Map.of("realm", "r\rX: y", "nonce", "n"))).isEmpty();
    }

    @Test
    @DisplayName("can't break out of its quotes")
    void quotes() {
        String answer = Digest.of(Map.of("realm", "a\"b\\c", "nonce", "n")).orElseThrow().answer("bank:443", MUFASA);
        assertThat(answer).contains("realm=\"a\\\"b\\\\c\"");
    }

    @Test
    @DisplayName("is said in the best way the proxy offers, whatever it offers first")
    void best() {
        var basic = new Challenge("Basic", "r");
        var md5 = new Challenge("Digest", Map.of("realm", "r", "nonce", "n"));
        var sha = new Challenge("digest", Map.of("realm", "r", "nonce", "n", "algorithm", "SHA-256"));
        assertThat(Scheme.best(List.of(basic, md5, sha)).orElseThrow().answer("bank:443", MUFASA)).contains("algorithm=SHA-256");
        assertThat(Scheme.best(List.of(basic, md5)).orElseThrow().answer("bank:443", MUFASA)).startsWith("Digest ");
        assertThat(Scheme.best(List.of(new Challenge("NTLM", "")))).isEmpty();
    }
}
