package jp.inkan.e2e.bank;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.security.KeyPair;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import jp.inkan.e2e.SharedBank;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.asn1.x500.style.BCStyle;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("Enrolling")
class EnrolTest {
    private static final PracticeBank BANK = SharedBank.get();

    @Test
    @DisplayName("answers with a CMS of one certificate, about the key that asked, signed by the bank")
    void certificate() throws Exception {
        Customer customer = Customer.of(BANK);
        KeyPair keys = Requests.rsa(2048);
        Answer answer = customer.enrol(Requests.pkcs10(keys, "SHA256withRSA"));
        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.header("Content-Type")).isEqualTo("application/pkcs7-mime; smime-type=certs-only");
        assertThat(answer.header("Content-Transfer-Encoding")).isEqualTo("base64");
        assertThat(answer.text()).startsWith("MII").matches("([A-Za-z0-9+/=]{1,64}(\r\n)?)+");
        X509Certificate certificate = answer.certificate();
        assertThat(certificate.getPublicKey()).isEqualTo(keys.getPublic());
        X509Certificate authority = customer.browser().get("/.well-known/est/9999/cacerts").certificate();
        certificate.verify(authority.getPublicKey());
        authority.verify(authority.getPublicKey());
        assertThat(certificate.getIssuerX500Principal().getEncoded())
                .isEqualTo(authority.getSubjectX500Principal().getEncoded());
        assertThat(authority.getBasicConstraints()).isZero();
        assertThat(BANK.issuedFor(customer.user().loginId())).isOne();
    }

    @Test
    @DisplayName("names the customer itself: O, OU and CN with login id and moment, whatever the request says")
    void subject() throws IOException {
        Customer customer = Customer.of(BANK);
        Instant before = BANK.now().truncatedTo(ChronoUnit.MICROS);
        X509Certificate certificate = customer.enrol(Requests.good()).certificate();
        X500Name subject = X500Name.getInstance(certificate.getSubjectX500Principal().getEncoded());
        X500Name issuer = X500Name.getInstance(certificate.getIssuerX500Principal().getEncoded());
        assertThat(subject.getAttributeTypes()).containsExactly(BCStyle.O, BCStyle.OU, BCStyle.CN);
        assertThat(issuer.toString())
                .isEqualTo("O=(9999)NTT DATA CORPORATION,OU=(9999)ANSER-WEB(BizSOL) TEST CA - G4");
        assertThat(subject.toString()).startsWith(issuer + ",CN=");
        String commonName = subject.getRDNs(BCStyle.CN)[0].getFirst().getValue().toString();
        assertThat(commonName).matches(customer.user().loginId() + " A001 [0-9]{20}");
        Instant named = DateTimeFormatter.ofPattern("yyyyMMddHHmmssSSSSSS").withZone(ZoneId.of("Asia/Tokyo"))
                .parse(commonName.substring(commonName.lastIndexOf(' ') + 1), Instant::from);
        assertThat(named).isBetween(before, BANK.now());
    }

    @Test
    @DisplayName("gives 366 days from the second of issue, a serial of 128 bits, and the extensions of the protocol")
    void form() throws Exception {
        Instant before = BANK.now().truncatedTo(ChronoUnit.SECONDS);
        X509Certificate certificate = Customer.of(BANK).enrol(Requests.good()).certificate();
        assertThat(certificate.getVersion()).isEqualTo(3);
        assertThat(certificate.getSigAlgName()).isEqualTo("SHA256withRSA");
        assertThat(certificate.getNotBefore().toInstant()).isBetween(before, BANK.now());
        assertThat(Duration.between(certificate.getNotBefore().toInstant(), certificate.getNotAfter().toInstant()))
                .isEqualTo(Duration.ofDays(366));
        assertThat(certificate.getSerialNumber().signum()).isPositive();
        assertThat(certificate.getSerialNumber().bitLength()).isBetween(96, 128);
        assertThat(certificate.getBasicConstraints()).isEqualTo(-1);
        assertThat(certificate.getKeyUsage())
                .containsExactly(true, false, false, false, false, false, false, false, false);
        assertThat(certificate.getExtendedKeyUsage()).containsExactly("1.3.6.1.5.5.7.3.2");
        assertThat(certificate.getCriticalExtensionOIDs()).containsExactlyInAnyOrder("2.5.29.19", "2.5.29.15");
        assertThat(certificate.getNonCriticalExtensionOIDs())
                .containsExactlyInAnyOrder("2.5.29.37", "2.5.29.14", "2.5.29.35");
    }

    @Test
    @DisplayName("gives the same certificate for the same request, in this session and in a later one")
    void sameAgain() throws IOException {
        Customer customer = Customer.of(BANK);
        byte[] request = Requests.good();
        String token = customer.token();
        X509Certificate first = customer.enrol(token, request).certificate();
        assertThat(customer.enrol(token, request).certificate()).isEqualTo(first);
        assertThat(customer.enrol(request).certificate()).isEqualTo(first);
        assertThat(BANK.issuedFor(customer.user().loginId())).isOne();
    }

    @Test
    @DisplayName("refuses another request while the certificate is valid, even for the same key")
    void another() throws IOException {
        Customer customer = Customer.of(BANK);
        customer.enrol(Requests.good());
        Refusal.of(customer.enrol(Requests.good())).is("already-issued", 409, "G004e");
        assertThat(BANK.issuedFor(customer.user().loginId())).isOne();
    }

    @Test
    @DisplayName("keeps customers apart: one request from two of them makes two certificates")
    void twoCustomers() throws IOException {
        byte[] request = Requests.good();
        X509Certificate one = Customer.of(BANK).enrol(request).certificate();
        X509Certificate other = Customer.of(BANK).enrol(request).certificate();
        assertThat(one.getSerialNumber()).isNotEqualTo(other.getSerialNumber());
        assertThat(one.getSubjectX500Principal()).isNotEqualTo(other.getSubjectX500Principal());
    }
}
