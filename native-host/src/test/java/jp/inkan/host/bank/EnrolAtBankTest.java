package jp.inkan.host.bank;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.nio.charset.StandardCharsets;
import java.security.KeyPair;
import java.time.Instant;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import jp.inkan.host.certificate.Certificates;
import jp.inkan.host.failure.Reason;
import mockwebserver3.MockResponse;
import org.bouncycastle.cert.jcajce.JcaCertStore;
import org.bouncycastle.cms.CMSAbsentContent;
import org.bouncycastle.cms.CMSSignedDataGenerator;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayName("Enrolling at the bank")
class EnrolAtBankTest extends AtTheBank {
    private static MockResponse est(byte[] body) {
        return new MockResponse.Builder().setHeader("Content-Type", "application/pkcs7-mime; smime-type=certs-only")
                .body(Base64.getMimeEncoder().encodeToString(body)).build();
    }

    private static byte[] certsOnly(KeyPair... keys) throws Exception {
        var generator = new CMSSignedDataGenerator();
        for (KeyPair key : keys) {
            generator.addCertificates(new JcaCertStore(List.of(Certificates.good(Instant.now()).issueFor(key))));
        }
        return generator.generate(new CMSAbsentContent()).getEncoded();
    }

    @Test
    @DisplayName("enrols as RFC 7030 says, and takes the certificate for our key out of those that come")
    void enrols() throws Exception {
        Bank bank = bank();
        byte[] pkcs10 = new byte[600];
        server.enqueue(est(certsOnly(Certificates.rsa(), OURS)));
        assertThat(bank.enrol(SIGNED_IN, pkcs10, OURS.getPublic()).getPublicKey()).isEqualTo(OURS.getPublic());

        var request = server.takeRequest();
        assertThat(request.getRequestLine()).isEqualTo("POST /.well-known/est/9999/simpleenroll HTTP/1.1");
        assertThat(request.getHeaders().get("Content-Type")).isEqualTo("application/pkcs10");
        assertThat(request.getHeaders().get("Content-Transfer-Encoding")).isEqualTo("base64");
        assertThat(request.getHeaders().get("Authorization")).isEqualTo("Bearer a-token-of-the-bank");
        String body = request.getBody().utf8();
        assertThat(body.lines()).allSatisfy(line -> assertThat(line.length()).isLessThanOrEqualTo(64));
        assertThat(Base64.getMimeDecoder().decode(body)).isEqualTo(pkcs10);
    }

    @Test
    @DisplayName("refuses certificates of which none is for our key")
    void notOurKey() throws Exception {
        Bank bank = bank();
        server.enqueue(est(certsOnly(Certificates.rsa())));
        var refused = catchThrowableOfType(
                BankException.NotOurKey.class, () -> bank.enrol(SIGNED_IN, new byte[1], OURS.getPublic()));
        assertThat(refused.reason()).isEqualTo(Reason.CERTIFICATE_REJECTED);
    }

    /** Elements of indefinite length, each in the one before; 3080 for a SEQUENCE. */
    private static byte[] nested(String tag) {
        return HexFormat.of().parseHex("308006092a864886f70d010702a080" + tag.repeat(20_000));
    }

    @ParameterizedTest
    @ValueSource(strings = {"3080", "3180", "2480", "a080"})
    @DisplayName("refuses an enrolment's answer that nests without an end")
    void deep(String tag) throws Exception {
        Bank bank = bank();
        server.enqueue(est(nested(tag)));
        assertThat(catchThrowableOfType(
                BankException.Protocol.class, () -> bank.enrol(SIGNED_IN, new byte[1], OURS.getPublic()))).isNotNull();
    }

    @Test
    @DisplayName("refuses an enrolment's answer that announces two gigabytes, without waiting or making room for them")
    void announced() throws Exception {
        Bank bank = bank();
        server.enqueue(est(HexFormat.of().parseHex("30847fffffff06092a864886f70d010702")));
        server.enqueue(est(HexFormat.of().parseHex("308006092a864886f70d010702a08004847fffffff00")));
        for (int i = 0; i < 2; i++) {
            assertThat(catchThrowableOfType(
                    BankException.Protocol.class, () -> bank.enrol(SIGNED_IN, new byte[1], OURS.getPublic()))).isNotNull();
        }
    }

    @Test
    @DisplayName("finds ours among as many certificates as fit into an answer")
    void many() throws Exception {
        Bank bank = bank();
        var keys = new KeyPair[40];
        Arrays.fill(keys, Certificates.rsa());
        keys[39] = OURS;
        server.enqueue(est(certsOnly(keys)));
        assertThat(bank.enrol(SIGNED_IN, new byte[1], OURS.getPublic()).getPublicKey()).isEqualTo(OURS.getPublic());
    }

    @Test
    @DisplayName("refuses an enrolment's answer that isn't certificates")
    void garbage() throws Exception {
        Bank bank = bank();
        server.enqueue(est("garbage".getBytes(StandardCharsets.UTF_8)));
        server.enqueue(est(new byte[0]));
        server.enqueue(json(200, "{}").build());
        for (int i = 0; i < 3; i++) {
            assertThat(catchThrowableOfType(
                    BankException.Protocol.class, () -> bank.enrol(SIGNED_IN, new byte[1], OURS.getPublic()))).isNotNull();
        }
    }
}
