package jp.inkan.e2e.browser;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import jp.inkan.e2e.Held;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.openqa.selenium.By;
import org.openqa.selenium.SearchContext;
import org.openqa.selenium.WindowType;

@DisplayName("After success")
class RestartIT extends AtTheBank {
    private Panel issue(BankBrowser browser) {
        Panel panel = browser.openPanel();
        panel.beginIssue();
        panel.signIn(user.loginId(), user.password());
        panel.await("CCHK007");
        return panel;
    }

    private static void press(SearchContext notice, String action) {
        notice.findElement(By.cssSelector("[data-action='" + action + "']")).click();
    }

    @Test
    @DisplayName("CCHK007: the reminder stays on the bank's pages, in the panel and on the toolbar until the browser was restarted")
    void reminderStays() {
        try (BankBrowser browser = at("/certificate")) {
            Panel panel = issue(browser);
            panel.click("close");
            browser.notice("restart");
            browser.until(_ -> browser.worker().badge().equals("!"));

            browser.open(bank.url().toString());
            browser.notice("restart");
            browser.driver().switchTo().newWindow(WindowType.WINDOW);
            browser.open(bank.url().resolve("/certificate").toString());
            press(browser.notice("restart"), "dismiss");
            panel = browser.openPanel();
            panel.await("CCHK001");
            assertThat(browser.driver().findElement(By.cssSelector("[data-note='restart']")).getText()).contains(user.loginId());
        }
    }

    @Test
    @DisplayName("the reminder on the page leads to the question whether to close; back from there is the list, and from that the page")
    void fromTheReminder() {
        try (BankBrowser browser = at("/certificate")) {
            issue(browser).click("close");
            BankBrowser.away(browser.notice("restart").findElement(By.cssSelector("[data-action='close-browser']"))::click);
            Panel panel = browser.panel();
            panel.await("confirm-close");
            panel.click("back");
            panel.await("CCHK001");
            panel.click("close");
            browser.notice("restart");
        }
    }

    @Test
    @DisplayName("CCHK007: one button closes every window, after asking; after the restart the certificate is confirmed, once")
    void closesEverything() throws Exception {
        BankBrowser browser = at("/certificate");
        try {
            Panel panel = issue(browser);
            String first = browser.driver().getWindowHandle();
            panel.lookUp();
            browser.driver().switchTo().newWindow(WindowType.WINDOW);
            browser.open(bank.url().toString());
            browser.driver().switchTo().window(first);
            panel.click("close-browser");
            assertThat(panel.await("confirm-close").getAttribute("data-windows")).isEqualTo("2");
            assertThat(browser.driver().findElement(By.cssSelector("[data-background-mode]")).getText()).isNotBlank();
            panel.click("back");
            panel.await("CCHK007");
            panel.click("close-browser");
            panel.await("confirm-close");
            panel.click("confirm-close");
            browser.awaitEnd();
        } finally {
            browser.close();
        }
        try (BankBrowser again = at("/certificate")) {
            assertThat(again.notice("confirmed").findElement(By.cssSelector("[role=status]")).getText()).contains(user.loginId());
            assertThat(again.hasNotice("restart")).isFalse();
            assertThat(again.worker().badge()).isEmpty();
            again.until(_ -> again.worker().notifications().toString().contains("restart-9999-"));
            again.open(bank.url().resolve("/certificate").toString());
            again.launchButton();
            again.openPanel().await("CCHK001");
            assertThat(again.driver().findElements(By.cssSelector("[data-note='restart']"))).isEmpty();
        }
        try (BankBrowser later = at("/certificate")) {
            later.openPanel().await("CCHK001");
            assertThat(later.driver().findElements(By.cssSelector("[data-note]"))).isEmpty();
            assertThat(logIn(later)).startsWith(user.loginId());
        }
    }

    @Test
    @DisplayName("a certificate that is gone after the restart is named, with what to do, until the user has read it")
    void missing() {
        try (BankBrowser browser = at("/certificate")) {
            issue(browser);
        }
        String nickname = Commands.run(profile.environment(), "certutil", "-L", "-d", profile.keyStore()).lines()
                .filter(line -> line.contains("u,u,u")).findFirst().orElseThrow().split("\\s+")[0];
        Commands.run(profile.environment(), "certutil", "-F", "-d", profile.keyStore(), "-n", nickname);
        try (BankBrowser browser = at("/certificate")) {
            SearchContext notice = browser.notice("missing");
            assertThat(notice.findElement(By.cssSelector("[role=status]")).getText()).contains(user.loginId());
            press(notice, "dismiss");
            browser.open(bank.url().toString());
            browser.until(d -> d.findElement(By.id("certificate-issue")).isDisplayed());
            assertThat(browser.hasNotice("missing")).isFalse();
        }
    }

    @Test
    @DisplayName("the old certificate of a renewal can be removed later, too, from the list")
    void removesLater() {
        Held old = hold(Held.RENEWABLE);
        try (BankBrowser browser = at("/certificate")) {
            Panel panel = browser.openPanel();
            panel.renew(user.password());
            panel.await("CCHK007");
        }
        try (BankBrowser browser = at("/certificate")) {
            Panel panel = browser.openPanel();
            assertThat(panel.certificates()).hasSize(2).contains(old.id());
            panel.click("remove");
            panel.await("confirm-remove");
            panel.click("back");
            assertThat(panel.certificates()).hasSize(2);
            panel.click("remove");
            panel.await("confirm-remove");
            panel.click("confirm-remove");
            browser.until(d -> d.findElement(By.cssSelector("[data-removed]")));
            assertThat(panel.certificates()).hasSize(1).doesNotContain(old.id());
        }
    }
}
