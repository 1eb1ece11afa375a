package jp.inkan.host.bank;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ProtocolException;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyPair;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Base64;
import java.util.List;
import jp.inkan.host.certificate.Certificates;
import jp.inkan.host.failure.Reason;
import jp.inkan.host.failure.Trace;
import jp.inkan.host.institution.Endpoint;
import jp.inkan.host.institution.Institution;
import jp.inkan.host.institution.Institutions;
import mockwebserver3.MockResponse;
import mockwebserver3.MockWebServer;
import mockwebserver3.SocketEffect;
import okhttp3.tls.HandshakeCertificates;
import okhttp3.tls.HeldCertificate;
import org.bouncycastle.cert.jcajce.JcaCertStore;
import org.bouncycastle.cms.CMSAbsentContent;
import org.bouncycastle.cms.CMSSignedDataGenerator;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Real TLS on loopback; the server answers what it is told to. The practice bank has its own tests in e2e. */
@DisplayName("The bank's client")
@Timeout(30)
class BankTest {
    private static final String HOST = "www.cc9999.bizsol.anser.ne.jp";
    private static final Institution PRACTICE = Institutions.builtIn().byCode("9999").orElseThrow();
    private static final HeldCertificate ROOT = new HeldCertificate.Builder().certificateAuthority(0).build();
    private static final KeyPair OURS = Certificates.rsa();
    private static final BankSession SIGNED_IN = new BankSession("a-token-of-the-bank", new Step.Enrol());

    @TempDir
    private Path folder;

    private final MockWebServer server = new MockWebServer();
    private Path anchor;

    @BeforeEach
    void writeAnchor() throws IOException {
        anchor = Files.writeString(folder.resolve("anchor.pem"), ROOT.certificatePem());
    }

    @AfterEach
    void stop() {
        server.close();
    }

    private static HeldCertificate.Builder certificate() {
        return new HeldCertificate.Builder().addSubjectAlternativeName(HOST).signedBy(ROOT);
    }

    private Bank bank(HeldCertificate certificate) throws Exception {
        server.useHttps(new HandshakeCertificates.Builder().heldCertificate(certificate).build().sslSocketFactory());
        server.start(InetAddress.getByAddress(new byte[] {127, 0, 0, 1}), 0);
        return Bank.at(PRACTICE, new Endpoint.Loopback(HOST, server.getPort(), anchor), Clock.systemUTC());
    }

    private Bank bank() throws Exception {
        return bank(certificate().build());
    }

    private static MockResponse.Builder json(int status, String body) {
        return new MockResponse.Builder().code(status).setHeader("Content-Type", "application/json").body(body.replace('\'', '"'));
    }

    private static MockResponse problem(int status, String body) {
        return json(status, body).setHeader("Content-Type", "application/problem+json; charset=utf-8").build();
    }

    private static MockResponse signedIn() {
        return json(201, "{'token':'0123456789abcdef0123456789abcdef','next':{'step':'enrol'}}").build();
    }

    private static BankSession signIn(Bank bank) throws BankException {
        return bank.signIn("logid031", "p\"ass語".toCharArray());
    }

    private static <E extends BankException> E refusedWith(Class<E> type, Bank bank) {
        return catchThrowableOfType(type, () -> signIn(bank));
    }

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
    @DisplayName("signs in with one POST, and sends id and password in its body alone")
    void signsIn() throws Exception {
        Bank bank = bank();
        server.enqueue(signedIn());
        assertThat(signIn(bank).token()).isEqualTo("0123456789abcdef0123456789abcdef");
        var request = server.takeRequest();
        assertThat(request.getRequestLine()).isEqualTo("POST /inkan/v1/sessions HTTP/1.1");
        assertThat(request.getBody().utf8())
                .isEqualTo("{\"purpose\":\"issue\",\"loginId\":\"logid031\",\"password\":\"p\\\"ass語\"}");
    }

    @ParameterizedTest
    @CsvSource(nullValues = "-", value = {
        "401, credentials, 4, CREDENTIALS",
        "403, login-locked, -, LOGIN_LOCKED",
        "409, already-issued, -, ALREADY_ISSUED",
        "401, answer-wrong, 2, ANSWER_WRONG",
        "403, question-not-registered, -, QUESTION_NOT_REGISTERED",
        "403, user-code-unconfirmed, -, USER_CODE_UNCONFIRMED",
        "403, transaction-token-not-registered, -, TRANSACTION_TOKEN_NOT_REGISTERED",
        "403, otp-hardware-not-registered, -, OTP_HARDWARE_NOT_REGISTERED",
        "403, otp-token-not-issued, -, OTP_TOKEN_NOT_ISSUED",
        "403, transaction-token-not-chosen, -, TRANSACTION_TOKEN_NOT_CHOSEN",
        "403, contract-unconfirmed, -, CONTRACT_UNCONFIRMED",
        "403, store-failed, -, BANK_REFUSED",
        "401, session-expired, -, SESSION_EXPIRED",
        "400, something-new, -, BANK_REFUSED",
        "404, institution-unknown, 500, INSTITUTION_UNKNOWN"
    })
    @DisplayName("knows a refusal by its problem document")
    void refusals(int status, String type, Integer tries, Reason reason) throws Exception {
        Bank bank = bank();
        server.enqueue(problem(status, "{'type':'urn:inkan:problem:" + type + "','triesLeft':" + tries + "}"));
        var refused = refusedWith(BankException.Refused.class, bank);
        assertThat(refused.reason()).isEqualTo(reason);
        assertThat(refused.triesLeft().orElse(0)).isEqualTo(tries == null || tries > 99 ? 0 : tries);
    }

    @ParameterizedTest
    @ValueSource(strings = {
        "", "null", "[]", "{", "{'next':{'step':'enrol'}}", "{'token':'short','next':{'step':'enrol'}}",
        "{'token':'0123456789abcdef\\u000a','next':{'step':'enrol'}}", "{'token':'0123456789abcdef','next':{'step':'dance'}}",
        "{'token':'0123456789abcdef'}"
    })
    @DisplayName("takes no sign-in without a token, or with a step it doesn't know")
    void strangeSignIns(String body) throws Exception {
        Bank bank = bank();
        server.enqueue(json(201, body).build());
        assertThat(refusedWith(BankException.Protocol.class, bank).reason()).isEqualTo(Reason.BANK_ANSWER);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
        "{'step':'one-time-password'}|OneTimePassword[]",
        "{'step':'time-sync','more':1}|TimeSync[]",
        "{'step':'transaction','code':'INKAN1:9999:a:B'}|Transaction[code=INKAN1:9999:a:B]",
        "{'step':'question','text':' 出身\\u202eは\\u0007？ '}|Question[text=出身は？]",
        "{'step':'enrol'}|Enrol[]"
    })
    @DisplayName("knows the steps, and takes from a question what would steer the text around it")
    void steps(String next, String step) throws Exception {
        Bank bank = bank();
        server.enqueue(json(201, "{'token':'0123456789abcdef','next':" + next + "}").build());
        assertThat(signIn(bank).next()).hasToString(step);
    }

    @ParameterizedTest
    @ValueSource(strings = {
        "{'step':'transaction'}", "{'step':'transaction','code':'\\n'}", "{'step':'transaction','code':'名'}",
        "{'step':'question','text':''}", "{'step':'question','text':' \u200b '}", "{'step':'Enrol'}", "[]", "1"
    })
    @DisplayName("takes no step without what it needs")
    void brokenSteps(String next) throws Exception {
        Bank bank = bank();
        server.enqueue(json(201, "{'token':'0123456789abcdef','next':" + next + "}").build());
        assertThat(refusedWith(BankException.Protocol.class, bank)).isNotNull();
    }

    @Test
    @DisplayName("answers a step with the token, one value or two")
    void answersSteps() throws Exception {
        Bank bank = bank();
        server.enqueue(json(200, "{'next':{'step':'time-sync'}}").build());
        server.enqueue(json(200, "{'next':{'step':'enrol'}}").build());
        BankSession session = new BankSession("a-token-of-the-bank", new Step.OneTimePassword());
        session = bank.answer(session, List.of("123456".toCharArray()));
        assertThat(session.next()).isEqualTo(new Step.TimeSync());
        session = bank.answer(session, List.of("111111".toCharArray(), "222222".toCharArray()));
        assertThat(session.next()).isEqualTo(new Step.Enrol());

        var first = server.takeRequest();
        assertThat(first.getRequestLine()).isEqualTo("POST /inkan/v1/sessions/current/answers HTTP/1.1");
        assertThat(first.getHeaders().get("Authorization")).isEqualTo("Bearer a-token-of-the-bank");
        assertThat(first.getBody().utf8()).isEqualTo("{\"to\":\"one-time-password\",\"value\":\"123456\"}");
        assertThat(server.takeRequest().getBody().utf8())
                .isEqualTo("{\"to\":\"time-sync\",\"value\":[\"111111\",\"222222\"]}");
    }

    @Test
    @DisplayName("follows no redirect")
    void redirect() throws Exception {
        Bank bank = bank();
        server.enqueue(new MockResponse.Builder().code(307).setHeader("Location", "https://" + HOST + ":1/").build());
        assertThat(refusedWith(BankException.Protocol.class, bank)).isNotNull();
        assertThat(server.getRequestCount()).isEqualTo(1);
    }

    @Test
    @DisplayName("reads 64 KiB of an answer and no more")
    void largeBody() throws Exception {
        Bank bank = bank();
        server.enqueue(json(201, "x".repeat(64 * 1024 + 1)).build());
        assertThat(refusedWith(BankException.Protocol.class, bank)).hasMessageContaining("65536 bytes");
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
    @DisplayName("doesn't take a server that doesn't speak TLS for the bank")
    void plainText() throws Exception {
        assertThat(refusedBy(BankException.Untrusted.class, "HTTP/1.1 400 Bad Request\r\n\r\n")).isNotNull();
    }

    @Test
    @DisplayName("calls a connection that breaks in the middle of TLS broken, not untrusted")
    void brokenHandshake() throws Exception {
        assertThat(refusedBy(BankException.Unreachable.class, "")).isNotNull();
    }

    /** Signs in at a server that reads the client hello, answers in plain text, and hangs up. */
    private <E extends BankException> E refusedBy(Class<E> type, String answer) throws Exception {
        try (var listener = new ServerSocket(0, 1, InetAddress.getByAddress(new byte[] {127, 0, 0, 1}))) {
            Thread.ofVirtual().start(() -> answerAndHangUp(listener, answer));
            Bank bank = Bank.at(PRACTICE, new Endpoint.Loopback(HOST, listener.getLocalPort(), anchor), Clock.systemUTC());
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

    @Test
    @DisplayName("says that nobody answers")
    void unreachable() throws Exception {
        Bank bank = bank();
        server.close();
        assertThat(refusedWith(BankException.Unreachable.class, bank).reason()).isEqualTo(Reason.BANK_UNREACHABLE);
    }

    @Test
    @DisplayName("doesn't ask a second time by itself when an answer is lost")
    void lostAnswer() throws Exception {
        Bank bank = bank();
        server.enqueue(new MockResponse.Builder().onResponseStart(new SocketEffect.CloseSocket()).build());
        server.enqueue(signedIn());
        assertThat(refusedWith(BankException.Unreachable.class, bank)).isNotNull();
        assertThat(server.getRequestCount()).isEqualTo(1);
    }

    @Test
    @DisplayName("waits as long as the bank says, in seconds or until a date")
    void busy() throws Exception {
        Bank bank = bank();
        Instant later = Instant.now().plus(Duration.ofMinutes(30));
        server.enqueue(json(503, "").setHeader("Retry-After", "7").build());
        server.enqueue(json(503, "")
                .setHeader("Retry-After", DateTimeFormatter.RFC_1123_DATE_TIME.format(later.atOffset(ZoneOffset.UTC))).build());
        server.enqueue(json(503, "").setHeader("Retry-After", "99999999999999999999").build());
        assertThat(refusedWith(BankException.Busy.class, bank).retryAfter()).isEqualTo(Duration.ofSeconds(7));
        assertThat(refusedWith(BankException.Busy.class, bank).retryAfter())
                .isBetween(Duration.ofMinutes(28), Duration.ofMinutes(31));
        assertThat(refusedWith(BankException.Busy.class, bank).retryAfter()).isEqualTo(Duration.ofSeconds(5));
    }

    @Test
    @DisplayName("leaves it to the flow to ask again, even when the bank says at once")
    void busyForNoTime() throws Exception {
        Bank bank = bank();
        server.enqueue(json(503, "").setHeader("Retry-After", "0").build());
        server.enqueue(signedIn());
        assertThat(refusedWith(BankException.Busy.class, bank).retryAfter()).isEqualTo(Duration.ZERO);
        assertThat(server.getRequestCount()).isEqualTo(1);
    }

    private static String httpDate(Instant instant) {
        return DateTimeFormatter.RFC_1123_DATE_TIME.format(instant.atOffset(ZoneOffset.UTC));
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
        Bank bank = bank(certificate().validityInterval(
                real.minus(Duration.ofDays(1)).toEpochMilli(), real.plus(Duration.ofDays(1)).toEpochMilli()).build());
        server.enqueue(json(200, "").setHeader("Date", httpDate(real)).build());
        assertThat(refusedWith(BankException.ClockWrong.class, bank).reason()).isEqualTo(Reason.CLOCK_WRONG);
        assertThat(server.takeRequest().getRequestLine()).isEqualTo("HEAD / HTTP/1.1");
        assertThat(server.getRequestCount()).isEqualTo(1);
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

    @Test
    @DisplayName("leaves out of the log's trace what a server sends back in its status line")
    void echo() {
        BankException e = new BankException.Unreachable("No answer from " + HOST,
                new ProtocolException("Unexpected status line: HTTP/1.1 p\"ass語"));
        assertThat(Trace.of(e)).contains("No answer from " + HOST, "ProtocolException").doesNotContain("ass語");
    }

    @Test
    @DisplayName("keeps token and password out of everything that can be printed")
    void printsNoSecret() throws Exception {
        Bank bank = bank();
        server.enqueue(problem(401, "{'type':'urn:inkan:problem:credentials'}"));
        var refused = refusedWith(BankException.Refused.class, bank);
        assertThat(refused + SIGNED_IN.toString()).doesNotContain("p\"ass語", "a-token-of-the-bank");
    }
}
