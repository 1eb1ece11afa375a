package jp.inkan.host.bank;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.cert.X509Certificate;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Stream;
import javax.net.ssl.KeyManager;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLSocketFactory;
import javax.net.ssl.TrustManager;
import javax.net.ssl.X509TrustManager;
import jp.inkan.host.certificate.Certificates;
import jp.inkan.host.failure.Reason;
import jp.inkan.host.proxy.Network;
import okhttp3.tls.HandshakeCertificates;
import okhttp3.tls.HeldCertificate;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

@DisplayName("Somebody in the bank's place")
class StrangersTest extends AtAHandMadeBank {
    private static final HeldCertificate OFFICE_CA = new HeldCertificate.Builder().certificateAuthority(0).build();
    private static final HeldCertificate SELF_SIGNED =
            new HeldCertificate.Builder().addSubjectAlternativeName(AtTheBank.HOST).build();
    private static final HeldCertificate ANOTHER_NAME =
            new HeldCertificate.Builder().addSubjectAlternativeName("www.example.jp").signedBy(AtTheBank.ROOT).build();
    private static final HeldCertificate NAME_IN_SUBJECT =
            new HeldCertificate.Builder().commonName(AtTheBank.HOST).signedBy(AtTheBank.ROOT).build();

    static Stream<Named<HeldCertificate>> impostors() {
        Instant now = Instant.now();
        return Stream.of(
                Named.of("a proxy that opens TLS, with an authority of its own and the right name",
                        new HeldCertificate.Builder().addSubjectAlternativeName(AtTheBank.HOST).signedBy(OFFICE_CA).build()),
                Named.of("signed by itself", SELF_SIGNED),
                Named.of("another name", ANOTHER_NAME),
                Named.of("the name in the subject alone", NAME_IN_SUBJECT),
                Named.of("a wildcard too high", new HeldCertificate.Builder().addSubjectAlternativeName("*.bizsol.anser.ne.jp")
                        .signedBy(AtTheBank.ROOT).build()),
                Named.of("an address",
                        new HeldCertificate.Builder().addSubjectAlternativeName("127.0.0.1").signedBy(AtTheBank.ROOT).build()),
                Named.of("expired", AtTheBank.certificate().validityInterval(
                        now.minus(Duration.ofDays(3)).toEpochMilli(), now.minus(Duration.ofDays(1)).toEpochMilli()).build()),
                Named.of("not valid yet", AtTheBank.certificate().validityInterval(
                        now.plus(Duration.ofDays(1)).toEpochMilli(), now.plus(Duration.ofDays(3)).toEpochMilli()).build()));
    }

    @ParameterizedTest
    @MethodSource("impostors")
    @DisplayName("isn't trusted, and hears neither password nor token nor request")
    void impostor(HeldCertificate certificate) throws Exception {
        try (HandMadeBank stranger = HandMadeBank.as(certificate)) {
            for (Endpoints endpoint : Endpoints.values()) {
                try (Bank bank = impatient(stranger.port(), BankHttp.CALL_LIMIT)) {
                    assertThat(endpoint.failureAt(bank).reason()).isEqualTo(Reason.TLS_UNTRUSTED);
                }
            }
            // One whose certificate isn't valid now may be asked for the time.
            assertThat(stranger.heard())
                    .doesNotContain("POST", "GET", "DELETE", "Bearer", "p\\\"ass", "logid031", "a-token-of-the-bank");
        }
    }

    @ParameterizedTest
    @CsvSource({"TLSv1.2", "TLSv1.3"})
    @DisplayName("doesn't even see the certificate that is renewed")
    void clientCertificate(String version) throws Exception {
        for (HeldCertificate certificate : List.of(ANOTHER_NAME, SELF_SIGNED, NAME_IN_SUBJECT)) {
            var curious = new Curious();
            try (HandMadeBank stranger = new HandMadeBank(curious.tls(certificate))) {
                stranger.behave(guest -> {
                    guest.tls().setEnabledProtocols(new String[] {version});
                    guest.tls().setNeedClientAuth(true);
                    guest.read();
                });
                try (Bank bank = renewingAt(stranger.port())) {
                    assertThat(Endpoints.ENROL.failureAt(bank).reason()).isEqualTo(Reason.TLS_UNTRUSTED);
                }
                assertThat(curious.seen).isEmpty();
                assertThat(stranger.heard()).isEmpty();
            }
        }
    }

    @Test
    @DisplayName("is told from the bank's certificate host, which does see it")
    void certificateHost() throws Exception {
        var curious = new Curious();
        try (HandMadeBank right = new HandMadeBank(curious.tls(AtTheBank.certificate().build()))) {
            right.behave(guest -> {
                guest.tls().setNeedClientAuth(true);
                guest.read();
            });
            try (Bank bank = renewingAt(right.port())) {
                Endpoints.ENROL.failureAt(bank);
            }
            assertThat(curious.seen).hasSize(1);
            assertThat(right.heard()).startsWith("POST /.well-known/est/9999/simplereenroll");
        }
    }

    private static Bank renewingAt(int port) throws BankException {
        var renewed = Certificates.good(Instant.now()).issueFor(AtTheBank.OURS);
        var identity = new ClientIdentity(renewed, AtTheBank.OURS.getPrivate());
        return Bank.as(identity, AtTheBank.PRACTICE, at(port), Clock.systemUTC(), Network.direct());
    }

    /** Wants to see certificates. */
    private static final class Curious implements X509TrustManager {
        private final List<X509Certificate> seen = new CopyOnWriteArrayList<>();

        SSLSocketFactory tls(HeldCertificate certificate) throws Exception {
            SSLContext context = SSLContext.getInstance("TLS");
            var keys = new HandshakeCertificates.Builder().heldCertificate(certificate).build().keyManager();
            context.init(new KeyManager[] {keys}, new TrustManager[] {this}, null);
            return context.getSocketFactory();
        }

        @Override
        public void checkClientTrusted(X509Certificate[] chain, String keyType) {
            seen.add(chain[0]);
        }

        @Override
        public void checkServerTrusted(X509Certificate[] chain, String keyType) {
            throw new IllegalStateException("This is a server");
        }

        @Override
        public X509Certificate[] getAcceptedIssuers() {
            return new X509Certificate[0];
        }
    }

    @ParameterizedTest
    @CsvSource({
        "SSL 3.0, 0300, 002f", "TLS 1.0, 0301, 002f", "TLS 1.1, 0302, 002f", "no encryption, 0303, 003b", "RC4, 0303, 0005",
        "3DES, 0303, 000a",
        "no forward secrecy with CBC, 0303, 003d", "anonymous, 0303, 00a6", "export, 0303, 0008"
    })
    @DisplayName("who speaks TLS of old, or picks a cipher that is weak, gets no further than the hello")
    void weak(String name, String version, String cipher) throws Exception {
        var answered = new CopyOnWriteArrayList<Integer>();
        server.behave(guest -> {
            guest.plain().getInputStream().read(new byte[16 * 1024]);
            guest.plain().getOutputStream().write(serverHello(version, cipher));
            answered.add(guest.plain().getInputStream().read());
        });
        try (Bank bank = bank()) {
            assertThat(Endpoints.SIGN_IN.failureAt(bank).reason()).as(name).isIn(Reason.BANK_UNREACHABLE, Reason.TLS_UNTRUSTED);
        }
    }

    /** A record with RFC 5246's ServerHello. */
    private static byte[] serverHello(String version, String cipher) {
        byte[] body = HexFormat.of().parseHex(version + "00".repeat(32) + "00" + cipher + "00");
        return ByteBuffer.allocate(9 + body.length)
                .put(HexFormat.of().parseHex("16" + version)).putShort((short) (body.length + 4))
                .put((byte) 2).put((byte) 0).putShort((short) body.length).put(body).array();
    }

    @Test
    @DisplayName("who speaks no TLS, but HTTP, isn't trusted and hears nothing but the hello")
    void stripped() throws Exception {
        var heard = new CopyOnWriteArrayList<String>();
        server.behave(guest -> {
            byte[] hello = new byte[16 * 1024];
            int length = guest.plain().getInputStream().read(hello);
            heard.add(new String(hello, 0, length, StandardCharsets.ISO_8859_1));
            guest.plain().getOutputStream().write(
                    "HTTP/1.1 201 Created\r\nContent-Length: 2\r\n\r\n{}".getBytes(StandardCharsets.US_ASCII));
            heard.add(new String(guest.plain().getInputStream().readAllBytes(), StandardCharsets.ISO_8859_1));
        });
        for (Endpoints endpoint : Endpoints.values()) {
            try (Bank bank = bank()) {
                assertThat(endpoint.failureAt(bank).reason()).isEqualTo(Reason.TLS_UNTRUSTED);
            }
        }
        assertThat(String.join("", heard)).doesNotContain("HTTP", "Bearer", "logid031");
    }
}
