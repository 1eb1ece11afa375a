package jp.inkan.e2e.browser;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import jp.inkan.e2e.bank.PracticeBank;
import jp.inkan.e2e.bank.fault.Fault;
import jp.inkan.e2e.bank.pki.WrongCertificates;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.openqa.selenium.By;
import org.openqa.selenium.WebElement;

/** Codes that no other test shows: code, what happened, what to do, in the panel. */
@DisplayName("Errors in the panel")
class ErrorsIT extends AtTheBank {
    private static final String ENROL = "/.well-known/est/9999/simpleenroll";

    private static void assertShown(WebElement error, String code, String reason) {
        assertThat(error.getAttribute("data-code")).isEqualTo(code);
        assertThat(error.getAttribute("data-reason")).isEqualTo(reason);
        assertThat(error.getText()).contains("[" + code + "]");
    }

    @Test
    @DisplayName("G001e: a key store that can't be opened")
    void store() throws IOException {
        Path database = profile.home().resolve(".local/share/pki/nssdb");
        try (BankBrowser browser = at("/help")) {
            for (String file : new String[] {"cert9.db", "key4.db"}) {
                Files.write(database.resolve(file), new byte[] {1, 2, 3});
            }
            browser.open(bank.url().resolve("/certificate").toString());
            assertShown(browser.openPanel().await("error"), "G001e", "store-failed");
        }
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource({"ja, 金融機関", "en, bank"})
    @DisplayName("G005e: a certificate that isn't the one asked for, in Japanese and in English")
    void wrongCertificate(String language, String word) {
        try (BankBrowser browser = BankBrowser.start(profile, language)) {
            browser.open(bank.url().resolve("/certificate").toString());
            bank.answerNext(ENROL, new Fault.WrongCertificate(WrongCertificates.Kind.values()[0]));
            Panel panel = browser.openPanel();
            panel.beginIssue();
            panel.signIn(user.loginId(), user.password());
            WebElement error = panel.await("error");
            assertShown(error, "G005e", "certificate-rejected");
            assertThat(error.getText()).contains(word, "ApplicationLog.log");
        }
    }

    @Test
    @DisplayName("G008e: a bank that is busy for long; the next try works")
    void busy() {
        try (BankBrowser browser = at("/certificate")) {
            bank.answerNext("/inkan/v1/sessions", new Fault.Status(503, Duration.ofMinutes(10)));
            Panel panel = browser.openPanel();
            panel.beginIssue();
            panel.signIn(user.loginId(), user.password());
            assertShown(panel.await("error"), "G008e", "bank-busy");
            panel.click("retry");
            panel.await("CCHK001");
            panel.beginIssue();
            panel.signIn(user.loginId(), user.password());
            panel.await("CCHK007");
        }
    }

    @Test
    @DisplayName("G005e: this PC's clock is off")
    void clock() throws IOException {
        try (PracticeBank own = PracticeBank.start()) {
            own.letClockGoWrong(Duration.ofHours(3));
            Profile visitor = Profile.create(folder.resolve("visitor"), own);
            visitor.registerHost(Product.find());
            try (BankBrowser browser = BankBrowser.start(visitor, "ja")) {
                browser.open(own.url().resolve("/certificate").toString());
                Panel panel = browser.openPanel();
                panel.beginIssue();
                panel.signIn("logid031", "any");
                assertShown(panel.await("error"), "G005e", "clock-wrong");
            }
        }
    }

    @Test
    @DisplayName("G006e: a number that is too short is refused in the panel, before anything is sent")
    void input() {
        try (BankBrowser browser = at("/certificate")) {
            Panel panel = browser.openPanel();
            panel.beginIssue();
            panel.signIn("", "");
            assertThat(panel.screen()).isEqualTo("CCHK002");
            assertThat(browser.driver().findElements(By.cssSelector(".hint.wrong"))).isNotEmpty();
            panel.signIn(user.loginId(), "wrong");
            panel.awaitProblem("credentials");
        }
    }
}
