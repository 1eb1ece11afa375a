package jp.inkan.e2e.host;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.PublicKey;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.time.Duration;
import java.util.Base64;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import jp.inkan.e2e.Held;
import jp.inkan.e2e.bank.fault.Fault;
import jp.inkan.e2e.browser.Commands;
import jp.inkan.e2e.browser.Product;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** The bank has issued, and its answer means nothing: what the journal makes of that. */
@DisplayName("What was left open")
class HostJournalIT extends HostAtBank {
    private static final String REENROL = "/.well-known/est/9999/simplereenroll";

    private void loseAnswer() {
        bank.answerNext(ENROL, new Fault.Garbage(100));
        assertFailed(host.issue(user.loginId(), user.password()), "G005e", "bank-answer");
        assertThat(bank.issuedFor(user.loginId())).isEqualTo(1);
    }

    private void startAnew() throws IOException {
        host.close();
        host = HostProcess.welcomed(profile.environment(), folder.resolve("stderr"));
    }

    private String resume() {
        return Commands.run(profile.environment(), Product.find().launcher().toString(), "resume");
    }

    private Stream<Path> journal() throws IOException {
        Path folder = profile.log().resolveSibling("journal");
        return Files.exists(folder) ? Files.list(folder) : Stream.empty();
    }

    @Test
    @DisplayName("is finished at the next start, and told with the certificate")
    void installed() throws Exception {
        loseAnswer();
        startAnew();
        JsonNode recovered = host.receive();
        assertThat(recovered.path("type").asText()).isEqualTo("recovered");
        assertThat(recovered.path("purpose").asText()).isEqualTo("issue");
        assertThat(recovered.at("/certificate/commonName").asText()).startsWith(user.loginId() + " ");
        assertThat(list().findValuesAsText("id")).containsExactly(recovered.at("/certificate/id").asText());
        assertThat(journal()).isEmpty();
    }

    @Test
    @DisplayName("is finished by the command line, too, for a renewal as well, and the old certificate stays")
    void byCommand() throws Exception {
        Held old = Held.since(Held.RENEWABLE, user, bank, profile);
        bank.answerNext(REENROL, new Fault.Garbage(100));
        assertFailed(host.renew(old.id(), user.password()), "G005e", "bank-answer");
        host.close();
        assertThat(resume()).contains("renewal\t" + user.loginId() + " ");
        assertThat(resume()).isEmpty();
        startAnew();
        assertThat(list().findValuesAsText("id")).hasSize(2).contains(old.id());
        assertThat(bank.replacementOf(old.certificate())).isPresent();
    }

    @Test
    @DisplayName("is finished by the user's next try in the same run, without another certificate")
    void byNextTry() {
        loseAnswer();
        HostProcess.assertDone(host.issue(user.loginId(), user.password()));
        assertThat(bank.issuedFor(user.loginId())).isEqualTo(1);
    }

    @Test
    @DisplayName("is cleared where the bank has issued nothing and promises never to")
    void cleared() throws Exception {
        bank.answerNext(ENROL, new Fault.Status(500, Duration.ZERO));
        assertFailed(host.issue(user.loginId(), user.password()), "G005e", "bank-answer");
        assertThat(keys()).contains("inkan-pending");
        startAnew();
        JsonNode recovered = host.receive();
        assertThat(recovered.path("type").asText()).isEqualTo("recovered");
        assertThat(recovered.has("certificate")).isFalse();
        assertThat(keys()).doesNotContain("inkan-pending");
        HostProcess.assertDone(host.issue(user.loginId(), user.password()));
        assertThat(bank.issuedFor(user.loginId())).isEqualTo(1);
    }

    @Test
    @DisplayName("stays open, with its key, for as long as the bank can't be asked")
    void staysOpen() throws Exception {
        loseAnswer();
        host.close();
        bank.answerNext("/inkan/v1/requests/", new Fault.Garbage(100));
        assertThat(resume()).isEmpty();
        assertThat(keys()).contains("inkan-pending");
        assertThat(journal()).hasSize(1);
        assertThat(resume()).contains(user.loginId());
    }

    private void forge(UnaryOperator<ObjectNode> change) throws IOException {
        Path file = journal().findFirst().orElseThrow();
        var json = new ObjectMapper();
        json.writeValue(file.toFile(), change.apply((ObjectNode) json.readTree(file.toFile())));
    }

    @Test
    @DisplayName("with another request in it costs no key: the next try goes on with it")
    void forgedRequest() throws Exception {
        loseAnswer();
        host.close();
        forge(entry -> entry.put("request", "MAA="));
        assertThat(resume()).isEmpty();
        assertThat(keys()).contains("inkan-pending");
        startAnew();
        HostProcess.assertDone(host.issue(user.loginId(), user.password()));
        assertThat(bank.issuedFor(user.loginId())).isEqualTo(1);
    }

    @Test
    @DisplayName("that is made to look as if nothing was sent costs no key: the next try gets the certificate")
    void forgedState() throws Exception {
        loseAnswer();
        host.close();
        forge(entry -> entry.put("step", "BEGUN").without("request"));
        resume();
        assertThat(journal()).isEmpty();
        startAnew();
        HostProcess.assertDone(host.issue(user.loginId(), user.password()));
        assertThat(bank.issuedFor(user.loginId())).isEqualTo(1);
    }

    @Test
    @DisplayName("with another signature in it is finished all the same: what was sent is worked out, not believed")
    void forgedSignature() throws Exception {
        loseAnswer();
        host.close();
        forge(entry -> entry.put("request", withLastBitChanged(entry.path("request").asText())));
        assertThat(resume()).contains(user.loginId() + " ");
        assertThat(journal()).isEmpty();
        assertThat(bank.issuedFor(user.loginId())).isEqualTo(1);
    }

    @Test
    @DisplayName("of a renewal that is made to look as if nothing was sent is finished, even once the old certificate has expired")
    void forgedRenewal() throws Exception {
        Held old = Held.since(Held.RENEWABLE, user, bank, profile);
        bank.answerNext(REENROL, new Fault.Garbage(100));
        assertFailed(host.renew(old.id(), user.password()), "G005e", "bank-answer");
        host.close();
        forge(entry -> entry.put("step", "BEGUN").without("request"));
        assertThat(resume()).contains("renewal\t" + user.loginId() + " ");
        assertThat(bank.replacementOf(old.certificate())).isPresent();
    }

    private static String withLastBitChanged(String base64) {
        byte[] der = Base64.getDecoder().decode(base64);
        der[der.length - 1] ^= 1;
        return Base64.getEncoder().encodeToString(der);
    }

    @Test
    @DisplayName("that names a certificate isn't one: the certificate comes from the bank, whoever may write here")
    void forgedCertificate() throws Exception {
        loseAnswer();
        host.close();
        Held other = Held.since(Held.TOO_EARLY, bank.addUser(), bank, profile);
        byte[] certificate = other.certificate().getEncoded();
        forge(entry -> entry.put("step", "RECEIVED").put("certificate", certificate));
        assertThat(resume()).isEmpty();
        startAnew();
        HostProcess.assertDone(host.issue(user.loginId(), user.password()));
        assertThat(bank.issuedFor(user.loginId())).isEqualTo(1);
        assertThat(list().findValuesAsText("serialNumber"))
                .containsExactlyInAnyOrder(
                        other.serialNumber(), bank.certificatesOf(user.loginId()).getFirst().getSerialNumber().toString(16));
    }

    /** On Windows its maker could else export what the bank then certifies. */
    @Test
    @DisplayName("isn't there for a key that somebody has laid ready under the name of ours: the bank is asked, and another key is made")
    void plantedKey() throws Exception {
        bank.answerNext(ENROL, new Fault.Status(500, Duration.ZERO));
        assertFailed(host.issue(user.loginId(), user.password()), "G005e", "bank-answer");
        host.close();
        PublicKey planted = pendingKey();
        Files.delete(journal().findFirst().orElseThrow());
        startAnew();
        HostProcess.assertDone(host.issue(user.loginId(), user.password()));
        assertThat(bank.certificatesOf(user.loginId())).hasSize(1)
                .allSatisfy(certificate -> assertThat(certificate.getPublicKey()).isNotEqualTo(planted));
        assertThat(keys()).doesNotContain("inkan-pending");
    }

    private String pendingNickname() {
        return keys().lines().filter(line -> line.contains("inkan-pending")).findFirst().orElseThrow().split("\\s+")[0];
    }

    private PublicKey pendingKey() throws CertificateException {
        String pem = Commands.run(profile.environment(), "certutil", "-L", "-a", "-d", profile.keyStore(), "-n", pendingNickname());
        return CertificateFactory.getInstance("X.509")
                .generateCertificate(new ByteArrayInputStream(pem.getBytes(StandardCharsets.US_ASCII))).getPublicKey();
    }

    @Test
    @DisplayName("whose key somebody has deleted is closed by the next try, which is told to have the certificate revoked")
    void keyGone() throws Exception {
        loseAnswer();
        host.close();
        Commands.run(profile.environment(), "certutil", "-F", "-d", profile.keyStore(), "-n", pendingNickname());
        assertThat(resume()).isEmpty();
        startAnew();
        assertFailed(host.issue(user.loginId(), user.password()), "G004e", "already-issued");
        assertThat(journal()).isEmpty();
    }

    @Test
    @DisplayName("while another database counted, which some program had made, is finished once its own does again")
    void otherDatabase() throws Exception {
        loseAnswer();
        host.close();
        Path other = Files.createDirectories(profile.home().resolve(".pki/nssdb"));
        assertThat(resume()).isEmpty();
        assertThat(other).isNotEmptyDirectory();
        Commands.run(profile.environment(), "rm", "-r", other.toString());
        assertThat(resume()).contains(user.loginId() + " ");
        assertThat(journal()).isEmpty();
    }
}
