package jp.inkan.e2e.windows;

import static org.assertj.core.api.Assertions.assertThat;

import java.security.cert.X509Certificate;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import jp.inkan.e2e.bank.fault.Fault;
import jp.inkan.e2e.bank.tls.ClientLogin;
import jp.inkan.e2e.bank.tls.CommonName;
import jp.inkan.e2e.host.HostProcess;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** The bank's clock is moved: nobody can put an old certificate's key into CNG. */
@DisplayName("The Windows host at the bank, in wine 8 with the stand-in")
class WindowsHostIT extends WindowsAtBank {
    /** Within the last 40 days of a certificate's year. */
    private static final Duration UNTIL_RENEWAL = Duration.ofDays(340);

    /** What the bank shows who logs in with a certificate of the PC's, as a browser there would. */
    private String pageAfterLogin(X509Certificate certificate) throws Exception {
        return Wine.run(atBank(WindowsJava.command(pc, List.of(), "jp.inkan.host.bank.LoginOnWindows",
                certificate.getSerialNumber().toString(16)))).orThrow().out();
    }

    @Test
    @DisplayName("issues; renews with the certificate's own key in TLS, twice; and removes what was replaced, with its key")
    void issuesAndRenews() throws Exception {
        HostProcess host = start();
        long before = keys();
        String first = id(host.issue(user.loginId(), user.password()));
        assertThat(ids(host)).contains(first);

        host.close();
        bank.moveClock(UNTIL_RENEWAL);
        host = start();
        String second = id(host.renew(first, user.password()));
        bank.moveClock(UNTIL_RENEWAL);
        String third = id(host.renew(second, user.password()));
        assertThat(bank.issuedFor(user.loginId())).isEqualTo(3);

        assertThat(ids(host)).contains(second, third);
        long held = keys();
        assertThat(host.remove(second).path("type").asText()).isEqualTo("removed");
        assertThat(ids(host)).contains(third).doesNotContain(second);
        assertThat(keys()).isEqualTo(held - 1).isGreaterThan(before);
    }

    @Test
    @DisplayName("issues a certificate that logs in at the bank's page over TLS, with its own key: the bank says who it is")
    void logsIn() throws Exception {
        HostProcess host = start();
        HostProcess.assertDone(host.issue(user.loginId(), user.password()));
        host.close();
        X509Certificate certificate = bank.certificatesOf(user.loginId()).getFirst();
        assertThat(pageAfterLogin(certificate)).contains("ようこそ", ">" + CommonName.of(certificate) + "<")
                .contains(">" + certificate.getSerialNumber().toString(16) + "<");
        assertThat(CommonName.of(certificate)).startsWith(user.loginId() + " ");
        assertThat(bank.logins()).extracting(ClientLogin::serialNumber).containsExactly(certificate.getSerialNumber());
    }

    @Test
    @DisplayName("killed once the key is made: the next start ends that enrolment, and the next try issues for the same key")
    void killedAfterTheKey() throws Exception {
        HostProcess host = start(Map.of("INKAN_NCRYPT_END", "NCryptFinalizeKey"));
        long before = keys();
        host.answer(host.beginIssue(), user.loginId(), user.password());
        host.awaitExit();
        assertThat(keys()).isEqualTo(before + 1);

        host = start();
        assertThat(recovered(host).has("certificate")).isFalse();
        HostProcess.assertDone(host.issue(user.loginId(), user.password()));
        assertThat(bank.issuedFor(user.loginId())).isEqualTo(1);
        assertThat(keys()).isEqualTo(before + 1);
    }

    @Test
    @DisplayName("killed while the bank's answer is on its way: the next start installs the certificate by itself, for the same key")
    void killedAfterTheRequest() throws Exception {
        HostProcess host = start();
        long before = keys();
        bank.answerNext(ENROL, new Fault.Garbage(100));
        assertThat(host.issue(user.loginId(), user.password()).path("reason").asText()).isEqualTo("bank-answer");
        assertThat(bank.issuedFor(user.loginId())).isEqualTo(1);
        host.kill();

        host = start();
        String installed = recovered(host).at("/certificate/id").asText();
        assertThat(ids(host)).contains(installed);
        assertThat(bank.issuedFor(user.loginId())).isEqualTo(1);
        assertThat(keys()).isEqualTo(before + 1);
    }
}
