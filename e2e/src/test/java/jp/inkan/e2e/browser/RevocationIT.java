package jp.inkan.e2e.browser;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import jp.inkan.e2e.Held;
import jp.inkan.e2e.bank.state.User;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.openqa.selenium.By;
import org.openqa.selenium.WebElement;

/** Everyone sits at the same PC; the master user has no certificate and comes with a password. */
@DisplayName("A certificate that the master user revokes")
class RevocationIT extends AtTheBank {
    private static void revoke(BankBrowser browser, User master, User other) {
        browser.until(d -> d.findElement(By.id("login-id"))).sendKeys(master.loginId());
        browser.driver().findElement(By.id("password")).sendKeys(master.password());
        browser.driver().findElement(By.id("password-login")).click();
        browser.clickBank("管理");
        browser.clickBank("利用者管理");
        browser.clickBank("証明書失効");
        browser.until(d -> d.findElement(By.cssSelector("input[value='" + other.loginId() + "']"))).click();
        browser.clickBank("失効");
        assertThat(browser.text(By.id("target-login-id"))).isEqualTo(other.loginId());
        browser.driver().findElement(By.id("confirmation-password")).sendKeys(master.confirmationPassword().orElseThrow());
        browser.clickBank("実行");
        browser.until(d -> d.findElement(By.id("target-state")).getText().equals("失効済み"));
    }

    @Test
    @DisplayName("管理 > 利用者管理 > 証明書失効: no login and G004e at the renewal; a new one is issued, and logs in")
    void revoked() throws IOException {
        User master = bank.addMaster();
        User member = bank.addUser(master);
        Held old = hold(Held.RENEWABLE, member);
        String oldName;
        try (BankBrowser browser = start()) {
            oldName = logIn(browser);
            assertThat(oldName).startsWith(member.loginId() + " A001 ");
        }
        try (BankBrowser browser = at("/login")) {
            revoke(browser, master, member);

            browser.open(bank.certificateLoginUrl().toString());
            assertThat(browser.text(By.id("reason"))).contains("失効の手続きが済んでいます");

            browser.open(bank.url().resolve("/certificate").toString());
            Panel panel = browser.openPanel();
            assertThat(panel.certificates()).containsExactly(old.id());
            panel.renew(member.password());
            WebElement error = panel.await("error");
            assertThat(error.getAttribute("data-code")).isEqualTo("G004e");
            assertThat(error.getAttribute("data-reason")).isEqualTo("certificate-revoked");
            assertThat(error.getText()).contains("[G004e]", "失効", "「証明書発行」");
            panel.click("close");

            panel = browser.openPanel();
            panel.beginIssue();
            panel.signIn(member.loginId(), member.password());
            panel.await("CCHK007");
            panel.click("close");

            panel = browser.openPanel();
            assertThat(panel.certificates()).hasSize(2);
            panel.click("remove");
            panel.await("confirm-remove");
            panel.click("confirm-remove");
            browser.until(d -> d.findElement(By.cssSelector("[data-removed]")));
            assertThat(panel.certificates()).hasSize(1).doesNotContain(old.id());
        }
        try (BankBrowser browser = start()) {
            assertThat(logIn(browser)).startsWith(member.loginId() + " A001 ").isNotEqualTo(oldName);
        }
    }
}
