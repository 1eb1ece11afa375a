package jp.inkan.e2e.bank;

import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.security.KeyPair;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import jp.inkan.e2e.bank.state.Plan;
import jp.inkan.e2e.bank.state.User;
import org.bouncycastle.asn1.x500.X500Name;

/** A customer who has a certificate and wants to keep having one. */
record Holder(Customer customer, Browser atCertificateHost, KeyPair keys, X509Certificate certificate) {
    static final String REENROL = "/.well-known/est/9999/simplereenroll";
    /** One for all requests in whose key nobody is interested. */
    private static final KeyPair NEXT = Requests.rsa(2048);
    private static final KeyPair FIRST = Requests.rsa(2048);

    /** Whose certificate has so long to go. */
    static Holder of(PracticeBank bank, Duration left) throws IOException {
        return of(bank, bank.addUser(), left);
    }

    static Holder of(PracticeBank bank, Plan plan, Duration left) throws IOException {
        return of(bank, bank.addUser(plan), left);
    }

    static Holder of(PracticeBank bank, User user, Duration left) throws IOException {
        return until(bank, user, bank.now().plus(left));
    }

    static Holder until(PracticeBank bank, User user, Instant validUntil) throws IOException {
        X509Certificate certificate = bank.certify(user, FIRST.getPublic(), validUntil.minus(Duration.ofDays(366)));
        return new Holder(new Customer(Browser.of(bank), user),
                Browser.with(bank, new OneCertificate(FIRST.getPrivate(), certificate)), FIRST, certificate);
    }

    User user() {
        return customer.user();
    }

    Answer signIn() throws IOException {
        return signIn(user().password());
    }

    Answer signIn(String password) throws IOException {
        return signIn(certificate.getSerialNumber().toString(16), password);
    }

    Answer signIn(String serialNumber, String password) throws IOException {
        return customer.post(JsonMapper.builder().build().writeValueAsString(
                Map.of("purpose", "renew", "serialNumber", serialNumber, "password", password)));
    }

    String token() throws IOException {
        return signIn().json().get("token").asText();
    }

    /** A request that the bank likes, each time another. */
    byte[] request() {
        return request(NEXT);
    }

    byte[] request(KeyPair about) {
        return Requests.named(subject(), about);
    }

    X500Name subject() {
        return X500Name.getInstance(certificate.getSubjectX500Principal().getEncoded());
    }

    /** With a session of its own. */
    Answer renew(byte[] der) throws IOException {
        return renew(token(), der);
    }

    Answer renew(String token, byte[] der) throws IOException {
        return renew(atCertificateHost, token, der);
    }

    /** With whatever certificate somebody's browser presents. */
    Answer renew(Browser browser, String token, byte[] der) throws IOException {
        return browser.postToCertificateHost(REENROL, "application/pkcs10", Requests.base64(der),
                "Authorization", "Bearer " + token, "Content-Transfer-Encoding", "base64");
    }
}
