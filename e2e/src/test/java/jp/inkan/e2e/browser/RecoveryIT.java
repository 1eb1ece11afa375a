package jp.inkan.e2e.browser;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import jp.inkan.e2e.Held;
import jp.inkan.e2e.bank.fault.Fault;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.openqa.selenium.By;

/** CrashIT cuts the host off anywhere; here a real browser is around it, and tells the user. */
@DisplayName("When something dies on the way")
class RecoveryIT extends AtTheBank {
    private static final String ENROL = "/.well-known/est/9999/simpleenroll";
    private static final String REENROL = "/.well-known/est/9999/simplereenroll";

    private static void awaitRequest(BankBrowser browser) {
        browser.until(d -> d.findElement(By.cssSelector("[data-stage='requesting']")));
    }

    private Panel issueSlowly(BankBrowser browser) {
        bank.answerNext(ENROL, new Fault.Status(503, Duration.ofSeconds(6)));
        Panel panel = browser.openPanel();
        panel.beginIssue();
        panel.signIn(user.loginId(), user.password());
        awaitRequest(browser);
        return panel;
    }

    @Test
    @DisplayName("the host is killed before the bank has issued: the panel says so, clears up, and the next try works")
    void hostKilled() throws Exception {
        try (BankBrowser browser = at("/certificate")) {
            Panel panel = issueSlowly(browser);
            browser.host().destroyForcibly();
            panel.await("stopped");
            panel.click("retry");
            browser.until(d -> d.findElement(By.cssSelector("[data-interrupted]")));
            panel.beginIssue();
            panel.signIn(user.loginId(), user.password());
            panel.await("CCHK007");
            assertThat(bank.issuedFor(user.loginId())).isEqualTo(1);
        }
        try (BankBrowser browser = start()) {
            assertThat(logIn(browser)).startsWith(user.loginId());
        }
    }

    @Test
    @DisplayName("an answer is lost and the browser closed: at its next start the certificate is there, and the user is told")
    void answerLost() throws Exception {
        try (BankBrowser browser = at("/certificate")) {
            bank.answerNext(ENROL, new Fault.Garbage(100));
            Panel panel = browser.openPanel();
            panel.beginIssue();
            panel.signIn(user.loginId(), user.password());
            assertThat(panel.await("error").getAttribute("data-reason")).isEqualTo("bank-answer");
        }
        try (BankBrowser browser = start()) {
            browser.until(_ -> browser.worker().notifications().toString().contains("recovered-9999-"));
            browser.until(_ -> browser.worker().badge().equals("!"));
            browser.open(bank.url().resolve("/certificate").toString());
            browser.notice("restart");
            assertThat(browser.openPanel().certificates()).hasSize(1);
        }
        try (BankBrowser browser = start()) {
            assertThat(logIn(browser)).startsWith(user.loginId());
            browser.notice("confirmed");
        }
        assertThat(bank.issuedFor(user.loginId())).isEqualTo(1);
    }

    @Test
    @DisplayName("the browser is killed while the bank works on a renewal: the host finishes by itself, and nothing is asked again")
    void browserKilled() throws Exception {
        Held old = hold(Held.RENEWABLE);
        ProcessHandle host;
        BankBrowser browser = at("/certificate");
        try {
            bank.answerNext(REENROL, new Fault.Status(503, Duration.ofSeconds(4)));
            Panel panel = browser.openPanel();
            panel.renew(user.password());
            awaitRequest(browser);
            host = browser.host();
            browser.process().destroyForcibly();
        } finally {
            browser.close();
        }
        host.onExit().join();
        assertThat(bank.replacementOf(old.certificate())).isPresent();
        try (BankBrowser next = at("/certificate")) {
            Panel panel = next.openPanel();
            assertThat(panel.certificates()).hasSize(2).contains(old.id());
            assertThat(next.driver().findElements(By.cssSelector("[data-interrupted]"))).isEmpty();
        }
        try (BankBrowser next = start()) {
            assertThat(logIn(next)).startsWith(user.loginId());
        }
    }
}
