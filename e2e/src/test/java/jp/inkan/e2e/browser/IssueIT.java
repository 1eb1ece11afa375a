package jp.inkan.e2e.browser;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import jp.inkan.e2e.SharedBank;
import jp.inkan.e2e.bank.PracticeBank;
import jp.inkan.e2e.bank.fault.Fault;
import jp.inkan.e2e.bank.state.User;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.openqa.selenium.By;
import org.openqa.selenium.WebElement;

/** Real Chromium, the packaged host, a real key store and the practice bank. Each test has a profile and a user of its own. */
@DisplayName("Issuing from the bank's page")
@Timeout(120)
class IssueIT {
    @TempDir
    private Path folder;

    private final PracticeBank bank = SharedBank.get();
    private final Product product = Product.find();
    private Profile profile;
    private User user;

    @BeforeEach
    void install() throws IOException {
        profile = Profile.create(folder, bank);
        profile.chooseCertificateWithoutAsking();
        profile.registerHost(product);
        user = bank.addUser();
    }

    private BankBrowser atCertificatePage(String language) {
        BankBrowser browser = BankBrowser.start(profile, language);
        browser.open(bank.url().resolve("/certificate").toString());
        return browser;
    }

    private Panel issue(BankBrowser browser) {
        Panel panel = browser.openPanel();
        panel.await("CCHK001");
        panel.beginIssue();
        panel.signIn(user.loginId(), user.password());
        return panel;
    }

    private static String fact(Panel panel, String label) {
        String[] lines = panel.text().split("\n");
        for (int i = 0; i < lines.length - 1; i++) {
            if (lines[i].equals(label)) {
                return lines[i + 1];
            }
        }
        throw new AssertionError(label + " isn't shown: " + panel.text());
    }

    private String logIn() throws Exception {
        try (BankBrowser browser = BankBrowser.start(profile, "ja")) {
            browser.open(bank.url().toString());
            browser.clickBank("ログイン");
            String name = browser.text(By.id("common-name"));
            bank.awaitLogin(name, Duration.ofSeconds(10));
            return name;
        }
    }

    @Test
    @DisplayName("from the login page to CCHK007; after a restart the bank knows the user by the certificate")
    void issueAndLogIn() throws Exception {
        String commonName;
        try (BankBrowser browser = BankBrowser.start(profile, "ja")) {
            browser.open(bank.url().toString());
            browser.clickBank("電子証明書発行");
            Panel panel = issue(browser);
            panel.await("CCHK007");
            assertThat(panel.text())
                    .contains("すべて閉じてください", "練習用", "www.cc9999.bizsol.anser.ne.jp")
                    .contains("(9999)NTT DATA CORPORATION", "(9999)ANSER-WEB(BizSOL) TEST CA - G4");
            assertThat(fact(panel, "証明書シリアル番号")).matches("[0-9a-f]{1,32}");
            commonName = fact(panel, "Common Name");
            assertThat(commonName).startsWith(user.loginId() + " A001 ");
            panel.click("close");
        }
        assertThat(bank.logins()).noneMatch(login -> login.commonName().equals(commonName));
        assertThat(logIn()).isEqualTo(commonName);
    }

    @Test
    @DisplayName("a wrong password first: the same screen says why, keeps the login id and not the password, and then it works")
    void wrongPassword() {
        try (BankBrowser browser = atCertificatePage("ja")) {
            Panel panel = browser.openPanel();
            panel.beginIssue();
            panel.signIn(user.loginId(), "wrong");
            WebElement problem = panel.awaitProblem("credentials");
            assertThat(problem.getText()).contains("G006e").contains("4");
            assertThat(panel.screen()).isEqualTo("CCHK002");
            assertThat(panel.field("loginId").getDomProperty("value")).isEqualTo(user.loginId());
            assertThat(panel.field("password").getDomProperty("value")).isEmpty();
            panel.type("password", user.password());
            panel.click("submit");
            panel.await("CCHK007");
        }
    }

    @Test
    @DisplayName("a second time for the same login id is refused with G004e, and the first certificate stays in the list")
    void secondTime() {
        try (BankBrowser browser = atCertificatePage("ja")) {
            Panel panel = issue(browser);
            panel.await("CCHK007");
            panel.click("close");

            panel = issue(browser);
            WebElement error = panel.await("error");
            assertThat(error.getAttribute("data-code")).isEqualTo("G004e");
            assertThat(error.getText()).contains("証明書取得 エラー", "[G004e]");
            panel.click("close");

            panel = browser.openPanel();
            panel.await("CCHK001");
            assertThat(panel.text()).contains(user.loginId() + " A001 ").contains("366");
            assertThat(bank.issuedFor(user.loginId())).isEqualTo(1);
        }
    }

    @Test
    @DisplayName("back on CCHK002 returns to the list, and the next try works")
    void back() {
        try (BankBrowser browser = atCertificatePage("ja")) {
            Panel panel = browser.openPanel();
            panel.beginIssue();
            panel.await("CCHK002");
            panel.click("back");
            panel.await("CCHK001");
            panel.beginIssue();
            panel.signIn(user.loginId(), user.password());
            panel.await("CCHK007");
        }
    }

    @Test
    @DisplayName("leaving the page in the middle ends the flow; on the next page a new one begins")
    void navigateAway() {
        try (BankBrowser browser = atCertificatePage("ja")) {
            var released = new CountDownLatch(1);
            bank.answerNext("/inkan/v1/sessions", new Fault.Late(released));
            Panel panel = issue(browser);
            panel.await("progress");
            browser.until(_ -> bank.allMet("/inkan/v1/sessions"));
            browser.open(bank.url().toString());
            released.countDown();
            browser.clickBank("電子証明書発行");
            issue(browser).await("CCHK007");
            assertThat(bank.issuedFor(user.loginId())).isEqualTo(1);
        }
    }

    @Test
    @DisplayName("in English for an English browser")
    void english() {
        try (BankBrowser browser = atCertificatePage("en")) {
            assertThat(browser.launchButton().getText()).isEqualTo("Get the certificate with Inkan");
            Panel panel = issue(browser);
            panel.await("CCHK007");
            assertThat(panel.text()).contains("Close every browser window", "Practice");
        }
    }

    @Test
    @DisplayName("with a bank that is gone, the panel names G008e and offers to try again")
    void bankGone() throws IOException {
        PracticeBank own = PracticeBank.start();
        Profile visitor = Profile.create(folder.resolve("visitor"), own);
        visitor.registerHost(product);
        try (BankBrowser browser = BankBrowser.start(visitor, "ja")) {
            browser.open(own.url().resolve("/certificate").toString());
            Panel panel = browser.openPanel();
            panel.beginIssue();
            panel.await("CCHK002");
            own.close();
            panel.signIn("logid031", "any");
            WebElement error = panel.await("error");
            assertThat(error.getAttribute("data-code")).isEqualTo("G008e");
            assertThat(error.findElements(By.cssSelector("[data-action='retry']"))).hasSize(1);
        } finally {
            own.close();
        }
    }
}
