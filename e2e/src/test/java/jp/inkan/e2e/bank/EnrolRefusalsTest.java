package jp.inkan.e2e.bank;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.util.Arrays;
import java.util.stream.Stream;
import jp.inkan.e2e.SharedBank;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayName("Enrolling is refused")
class EnrolRefusalsTest {
    private static final KeyPair KEYS = Requests.rsa(2048);
    private static final byte[] GOOD = Requests.pkcs10(KEYS, "SHA256withRSA");

    private static final PracticeBank BANK = SharedBank.get();

    static Stream<Named<byte[]>> badRequests() throws Exception {
        byte[] trailing = Arrays.copyOf(GOOD, GOOD.length + 1);
        byte[] tampered = GOOD.clone();
        tampered[tampered.length - 1] ^= 1;
        KeyPairGenerator ec = KeyPairGenerator.getInstance("EC");
        ec.initialize(256);
        return Stream.of(
                Named.of("nothing", new byte[0]),
                Named.of("no base64", "あ".getBytes()),
                Named.of("half of a group of base64", "MIIC".concat("A").getBytes()),
                Named.of("no ASN.1", Requests.base64(new byte[] {1, 2, 3})),
                Named.of("half of a PKCS#10", Requests.base64(Arrays.copyOf(GOOD, GOOD.length / 2))),
                Named.of("a byte after the PKCS#10", Requests.base64(trailing)),
                Named.of("a wrong signature", Requests.base64(tampered)),
                Named.of("another key's signature",
                        Requests.base64(Requests.pkcs10(KEYS, Requests.rsa(2048), "SHA256withRSA"))),
                Named.of("PEM", ("-----BEGIN CERTIFICATE REQUEST-----\n" + new String(Requests.base64(GOOD))
                        + "\n-----END CERTIFICATE REQUEST-----\n").getBytes()),
                Named.of("RSA-1024", Requests.base64(Requests.pkcs10(Requests.rsa(1024), "SHA256withRSA"))),
                Named.of("RSA-3072", Requests.base64(Requests.pkcs10(Requests.rsa(3072), "SHA256withRSA"))),
                Named.of("SHA1withRSA", Requests.base64(Requests.pkcs10(KEYS, "SHA1withRSA"))),
                Named.of("SHA512withRSA", Requests.base64(Requests.pkcs10(KEYS, "SHA512withRSA"))),
                Named.of("an elliptic curve",
                        Requests.base64(Requests.pkcs10(ec.generateKeyPair(), "SHA256withECDSA"))),
                Named.of("more than 64 KiB", "A".repeat(64 * 1024 + 1).getBytes()));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("badRequests")
    @DisplayName("for a body that isn't the PKCS#10 of the protocol")
    void malformed(byte[] body) throws IOException {
        Customer customer = Customer.of(BANK);
        Refusal.of(customer.enrolBody(customer.token(), body)).is("request-malformed", 400, "G005e");
        assertThat(BANK.issuedFor(customer.user().loginId())).isZero();
    }

    @Test
    @DisplayName("for headers that aren't those of the protocol")
    void headers() throws IOException {
        Customer customer = Customer.of(BANK);
        String bearer = "Bearer " + customer.token();
        Refusal.of(customer.browser().post(Customer.ENROL, "application/octet-stream", Requests.base64(GOOD),
                "Authorization", bearer, "Content-Transfer-Encoding", "base64"))
                .is("request-malformed", 400, "G005e");
        Refusal.of(customer.browser().post(Customer.ENROL, "application/pkcs10", Requests.base64(GOOD),
                "Authorization", bearer)).is("request-malformed", 400, "G005e");
    }

    @ParameterizedTest(name = "Authorization: {0}")
    @ValueSource(strings = {"", "Bearer", "Bearer x", "Basic bG9naWQwMzE6eA==",
        "Bearer AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA"})
    @DisplayName("without a token that the bank gave")
    void token(String authorization) throws IOException {
        Answer answer = Browser.of(BANK).post(Customer.ENROL, "application/pkcs10", Requests.base64(GOOD),
                "Authorization", authorization, "Content-Transfer-Encoding", "base64");
        Refusal.of(answer).is("session-expired", 401, "G005e");
        assertThat(answer.header("WWW-Authenticate")).isEqualTo("Bearer");
    }

    @ParameterizedTest
    @ValueSource(strings = {"2224", "99999", "%39999x"})
    @DisplayName("at another institution's label, before anything else is looked at")
    void label(String label) throws IOException {
        Browser browser = Browser.of(BANK);
        Refusal.of(browser.post("/.well-known/est/" + label + "/simpleenroll", "text/plain", new byte[] {1}))
                .is("institution-unknown", 404, "G004e");
        Refusal.of(browser.get("/.well-known/est/" + label + "/cacerts")).is("institution-unknown", 404, "G004e");
    }
}
