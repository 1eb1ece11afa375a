package jp.inkan.host.bank;

import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.IOException;
import java.net.InetAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyPair;
import java.security.cert.X509Certificate;
import java.time.Clock;
import jp.inkan.host.certificate.Certificates;
import jp.inkan.host.institution.Endpoint;
import jp.inkan.host.institution.Institution;
import jp.inkan.host.institution.Institutions;
import jp.inkan.host.proxy.Network;
import mockwebserver3.MockResponse;
import mockwebserver3.MockWebServer;
import okhttp3.tls.HandshakeCertificates;
import okhttp3.tls.HeldCertificate;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Real TLS on loopback; the server answers what it is told to. The practice bank has its own tests in e2e. */
@Timeout(30)
abstract class AtTheBank {
    static final String HOST = "www.cc9999.bizsol.anser.ne.jp";
    static final Institution PRACTICE = Institutions.builtIn().byCode("9999").orElseThrow();
    static final HeldCertificate ROOT = new HeldCertificate.Builder().certificateAuthority(0).build();
    static final KeyPair OURS = Certificates.rsa();
    static final BankSession SIGNED_IN = new BankSession("a-token-of-the-bank", new Step.Enrol());

    @TempDir
    private Path folder;

    final MockWebServer server = new MockWebServer();
    Path anchor;

    @BeforeEach
    void writeAnchor() throws IOException {
        anchor = Files.writeString(folder.resolve("anchor.pem"), ROOT.certificatePem());
    }

    @AfterEach
    void stop() {
        server.close();
    }

    static HeldCertificate.Builder certificate() {
        return new HeldCertificate.Builder().addSubjectAlternativeName(HOST).signedBy(ROOT);
    }

    /** @param above what the server sends beside its own certificate */
    Bank bank(HeldCertificate certificate, X509Certificate... above) throws Exception {
        serve(certificate, above);
        return Bank.at(PRACTICE, new Endpoint.Loopback(HOST, server.getPort(), anchor, false), Clock.systemUTC(), Network.direct());
    }

    /** Another institution's profile at the same server, as if its bank spoke our protocol. */
    Bank bankOf(Institution institution) throws Exception {
        serve(certificate().build());
        return Bank.at(institution, new Endpoint.Loopback(HOST, server.getPort(), anchor, false), Clock.systemUTC(), Network.direct());
    }

    /** The proxies must be on this machine. */
    Bank bankThrough(Network network) throws Exception {
        serve(certificate().build());
        return Bank.at(PRACTICE, new Endpoint.Loopback(HOST, server.getPort(), anchor, true), Clock.systemUTC(), network);
    }

    private void serve(HeldCertificate certificate, X509Certificate... above) throws Exception {
        server.useHttps(new HandshakeCertificates.Builder().heldCertificate(certificate, above).build().sslSocketFactory());
        server.start(InetAddress.getByAddress(new byte[] {127, 0, 0, 1}), 0);
    }

    Bank bank() throws Exception {
        return bank(certificate().build());
    }

    static MockResponse.Builder json(int status, String body) {
        return new MockResponse.Builder().code(status).setHeader("Content-Type", "application/json").body(body.replace('\'', '"'));
    }

    static MockResponse problem(int status, String body) {
        return json(status, body).setHeader("Content-Type", "application/problem+json; charset=utf-8").build();
    }

    static MockResponse signedIn() {
        return json(201, "{'token':'0123456789abcdef0123456789abcdef','next':{'step':'enrol'}}").build();
    }

    static BankSession signIn(Bank bank) throws BankException {
        return bank.signIn("logid031", "p\"ass語".toCharArray());
    }

    static <E extends BankException> E refusedWith(Class<E> type, Bank bank) {
        return catchThrowableOfType(type, () -> signIn(bank));
    }
}
