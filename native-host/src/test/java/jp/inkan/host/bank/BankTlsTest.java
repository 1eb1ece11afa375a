package jp.inkan.host.bank;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.security.cert.X509Certificate;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import jp.inkan.host.failure.Reason;
import jp.inkan.host.institution.Endpoint;
import jp.inkan.host.proxy.Network;
import okhttp3.tls.HeldCertificate;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.GeneralName;
import org.bouncycastle.asn1.x509.GeneralNames;
import org.bouncycastle.cert.jcajce.JcaX509CertificateConverter;
import org.bouncycastle.cert.jcajce.JcaX509v3CertificateBuilder;
import org.bouncycastle.operator.jcajce.JcaContentSignerBuilder;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("Who the bank is, and what time it is there")
class BankTlsTest extends AtTheBank {
    /** Signs in at a server that reads the client hello, answers in plain text, and hangs up. */
    private <E extends BankException> E refusedBy(Class<E> type, String answer) throws Exception {
        try (var listener = new ServerSocket(0, 1, InetAddress.getByAddress(new byte[] {127, 0, 0, 1}))) {
            Thread.ofVirtual().start(() -> answerAndHangUp(listener, answer));
            Bank bank = Bank.at(PRACTICE, new Endpoint.Loopback(HOST, listener.getLocalPort(), anchor, false), Clock.systemUTC(), Network.direct());
            return refusedWith(type, bank);
        }
    }

    private static void answerAndHangUp(ServerSocket listener, String answer) {
        try (Socket socket = listener.accept()) {
            socket.getInputStream().read(new byte[16 * 1024]);
            socket.getOutputStream().write(answer.getBytes(StandardCharsets.US_ASCII));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String httpDate(Instant instant) {
        return DateTimeFormatter.RFC_1123_DATE_TIME.format(instant.atOffset(ZoneOffset.UTC));
    }

    @Test
    @DisplayName("sends nothing to a server it doesn't know")
    void untrusted() throws Exception {
        var stranger = new HeldCertificate.Builder().addSubjectAlternativeName(HOST).build();
        Bank bank = bank(stranger);
        assertThat(refusedWith(BankException.Untrusted.class, bank).reason()).isEqualTo(Reason.TLS_UNTRUSTED);
        assertThat(server.getRequestCount()).isZero();
    }

    @Test
    @DisplayName("sends nothing to a server of another name")
    void anotherName() throws Exception {
        Bank bank = bank(new HeldCertificate.Builder().addSubjectAlternativeName("www.example.jp").signedBy(ROOT).build());
        assertThat(refusedWith(BankException.Untrusted.class, bank)).isNotNull();
        assertThat(server.getRequestCount()).isZero();
    }

    @Test
    @DisplayName("sends nothing to a server whose certificate is signed over SHA-1: somebody else could have one that the signature fits")
    void brokenDigest() throws Exception {
        Bank bank = bank(overSha1());
        assertThat(refusedWith(BankException.Untrusted.class, bank).reason()).isEqualTo(Reason.TLS_UNTRUSTED);
        assertThat(server.getRequestCount()).isZero();
    }

    private static HeldCertificate overSha1() throws Exception {
        HeldCertificate good = certificate().build();
        X509Certificate model = good.certificate();
        var builder = new JcaX509v3CertificateBuilder(ROOT.certificate(), model.getSerialNumber(), model.getNotBefore(), model.getNotAfter(),
                model.getSubjectX500Principal(), model.getPublicKey());
        builder.addExtension(Extension.subjectAlternativeName, false, new GeneralNames(new GeneralName(GeneralName.dNSName, HOST)));
        var signer = new JcaContentSignerBuilder("SHA1withECDSA").build(ROOT.keyPair().getPrivate());
        return new HeldCertificate(good.keyPair(), new JcaX509CertificateConverter().getCertificate(builder.build(signer)));
    }

    @Test
    @DisplayName("doesn't take a server that doesn't speak TLS for the bank")
    void plainText() throws Exception {
        assertThat(refusedBy(BankException.Untrusted.class, "HTTP/1.1 400 Bad Request\r\n\r\n")).isNotNull();
    }

    @Test
    @DisplayName("calls a connection that breaks in the middle of TLS broken, not untrusted")
    void brokenHandshake() throws Exception {
        assertThat(refusedBy(BankException.Unreachable.class, "")).isNotNull();
    }

    @Test
    @DisplayName("names the PC's clock when it and the bank's are over ten minutes apart")
    void clock() throws Exception {
        Bank bank = bank();
        server.enqueue(signedIn().newBuilder().setHeader("Date", httpDate(Instant.now().minusSeconds(11 * 60))).build());
        assertThat(refusedWith(BankException.ClockWrong.class, bank).reason()).isEqualTo(Reason.CLOCK_WRONG);
        server.enqueue(signedIn().newBuilder().setHeader("Date", httpDate(Instant.now().plusSeconds(9 * 60))).build());
        assertThat(signIn(bank)).isNotNull();
    }

    @Test
    @DisplayName("names the PC's clock when the server's certificate isn't valid yet and the server says why")
    void clockFarBehind() throws Exception {
        Instant real = Instant.now().plus(Duration.ofDays(400));
        Bank bank = bank(validAround(real));
        server.enqueue(json(200, "").setHeader("Date", httpDate(real)).build());
        assertThat(refusedWith(BankException.ClockWrong.class, bank).reason()).isEqualTo(Reason.CLOCK_WRONG);
        assertThat(server.takeRequest().getRequestLine()).isEqualTo("HEAD / HTTP/1.1");
        assertThat(server.getRequestCount()).isEqualTo(1);
    }

    @Test
    @DisplayName("names it, too, where the server sends more than is needed: its authority once more, signed by one that isn't believed")
    void crossSigned() throws Exception {
        Instant real = Instant.now().plus(Duration.ofDays(400));
        HeldCertificate older = new HeldCertificate.Builder().certificateAuthority(0).build();
        String name = ROOT.certificate().getSubjectX500Principal().getName().replaceFirst("^CN=", "");
        HeldCertificate again =
                new HeldCertificate.Builder().commonName(name).keyPair(ROOT.keyPair()).certificateAuthority(0).signedBy(older).build();
        Bank bank = bank(validAround(real), again.certificate(), older.certificate());
        server.enqueue(json(200, "").setHeader("Date", httpDate(real)).build());
        assertThat(refusedWith(BankException.ClockWrong.class, bank).reason()).isEqualTo(Reason.CLOCK_WRONG);
    }

    private static HeldCertificate validAround(Instant time) {
        return certificate().validityInterval(
                time.minus(Duration.ofDays(1)).toEpochMilli(), time.plus(Duration.ofDays(1)).toEpochMilli()).build();
    }

    @Test
    @DisplayName("names the server when its certificate has expired and the clocks agree")
    void expiredServer() throws Exception {
        Instant now = Instant.now();
        Bank bank = bank(certificate().validityInterval(
                now.minus(Duration.ofDays(3)).toEpochMilli(), now.minus(Duration.ofDays(1)).toEpochMilli()).build());
        server.enqueue(json(200, "").setHeader("Date", httpDate(now)).build());
        assertThat(refusedWith(BankException.Untrusted.class, bank).reason()).isEqualTo(Reason.TLS_UNTRUSTED);
    }

    @Test
    @DisplayName("believes no clock of a stranger's")
    void strangersClock() throws Exception {
        Instant real = Instant.now().plus(Duration.ofDays(400));
        Bank bank = bank(new HeldCertificate.Builder().addSubjectAlternativeName(HOST)
                .validityInterval(real.minus(Duration.ofDays(1)).toEpochMilli(), real.plus(Duration.ofDays(1)).toEpochMilli()).build());
        server.enqueue(json(200, "").setHeader("Date", httpDate(real)).build());
        assertThat(refusedWith(BankException.Untrusted.class, bank)).isNotNull();
        assertThat(server.getRequestCount()).isZero();
    }
}
