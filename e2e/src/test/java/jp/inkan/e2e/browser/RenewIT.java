package jp.inkan.e2e.browser;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import jp.inkan.e2e.Held;
import jp.inkan.e2e.bank.fault.Fault;
import jp.inkan.e2e.bank.state.Plan;
import jp.inkan.e2e.bank.state.Step;
import jp.inkan.e2e.bank.state.User;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.openqa.selenium.By;
import org.openqa.selenium.Keys;
import org.openqa.selenium.WebElement;
import org.openqa.selenium.WindowType;
import org.openqa.selenium.chrome.ChromeDriver;

@DisplayName("Renewing from the bank's page")
class RenewIT extends AtTheBank {
    @Test
    @DisplayName("renewal selection: after certificate login the bank's own button leads to the new certificate, and it logs in after a restart")
    void fromRenewalSelection() throws Exception {
        Held old = hold(Held.RENEWABLE);
        try (BankBrowser browser = start()) {
            String before = logIn(browser);
            assertThat(browser.driver().getCurrentUrl()).endsWith("/renewal");
            Panel panel = browser.openPanelByBanksButton("証明書発行アプリ起動");
            panel.await("CCHK001");
            assertThat(browser.driver().findElement(By.cssSelector("input[type=radio]")).isSelected()).isTrue();
            panel.renew(user.password());
            panel.await("CCHK007");
            assertThat(panel.text()).contains(before);
            panel.click("remove");
            panel.await("confirm-remove");
            panel.click("confirm-remove");
            assertThat(browser.until(d -> d.findElement(By.cssSelector("[data-removed]"))).isDisplayed()).isTrue();
            assertThat(panel.certificates()).hasSize(1).doesNotContain(old.id());
        }
        try (BankBrowser browser = start()) {
            String after = logIn(browser);
            assertThat(after).startsWith(user.loginId() + " A001 ");
            assertThat(bank.certificatesOf(user.loginId())).hasSize(2);
            bank.awaitLogin(after, Duration.ofSeconds(10));
        }
    }

    @Test
    @DisplayName("top page: inside the last 40 days our button beside the bank's renews, with the password alone")
    void fromTopPage() {
        Held old = hold(Held.RENEWABLE);
        try (BankBrowser browser = start()) {
            logIn(browser);
            browser.clickBank("あとで更新する");
            browser.until(d -> d.getCurrentUrl().endsWith("/top"));
            Panel panel = browser.openPanel();
            panel.click("renew");
            panel.await("CCHK002");
            assertThat(browser.driver().findElements(By.cssSelector("[data-field]"))).hasSize(1);
            assertThat(panel.text()).contains(user.loginId() + " A001 ");
            panel.type("password", user.password());
            panel.click("submit");
            panel.await("CCHK007");
            assertThat(bank.replacementOf(old.certificate())).isPresent();
        }
    }

    @Test
    @DisplayName("top page: before the last 40 days neither the bank nor we offer anything there")
    void tooEarlyOnTopPage() {
        hold(Held.TOO_EARLY);
        try (BankBrowser browser = start()) {
            logIn(browser);
            assertThat(browser.driver().getCurrentUrl()).endsWith("/top");
            assertThat(browser.driver().findElements(By.id("start-app"))).isEmpty();
            assertThat(browser.hasLaunchButton()).isFalse();
        }
    }

    @Test
    @DisplayName("BSMS001: a certificate that can be renewed is renewed from there too; the chosen row is inverted, by keyboard as by mouse")
    void chosenByKeyboard() throws IOException {
        Held first = hold(Duration.ofDays(350));
        User colleague = bank.addUser();
        Held second = hold(Held.RENEWABLE, colleague);
        try (BankBrowser browser = at("/certificate")) {
            Panel panel = browser.openPanel();
            assertThat(panel.certificates()).containsExactly(first.id(), second.id());
            assertThat(browser.driver().findElements(By.cssSelector("input:checked"))).isEmpty();
            panel.click("renew");
            assertThat(browser.until(d -> d.findElement(By.cssSelector("[data-renew-hint='none-chosen']"))).getText()).isNotBlank();

            WebElement top = browser.driver().findElement(By.cssSelector("[data-choose='" + first.id() + "']"));
            top.sendKeys(Keys.SPACE);
            assertThat(inverted(browser, first)).isTrue();
            assertThat(inverted(browser, second)).isFalse();
            top.sendKeys(Keys.ARROW_DOWN);
            assertThat(inverted(browser, first)).isFalse();
            assertThat(inverted(browser, second)).isTrue();
            browser.driver().switchTo().activeElement().sendKeys(Keys.ARROW_UP);
            panel.choose(second.id());
            panel.renew(colleague.password());
            panel.await("CCHK007");
            assertThat(panel.text()).contains(colleague.loginId() + " A001 ");
            assertThat(bank.replacementOf(first.certificate())).isEmpty();
            assertThat(bank.replacementOf(second.certificate())).isPresent();
        }
    }

    /** Light on dark in a light page. */
    private static boolean inverted(BankBrowser browser, Held held) {
        WebElement row = browser.driver().findElement(By.cssSelector("[data-certificate='" + held.id() + "'] label"));
        return luminance(row.getCssValue("color")) > luminance(row.getCssValue("background-color"));
    }

    private static int luminance(String rgb) {
        int sum = 0;
        for (String part : rgb.replaceAll("[^0-9.,]", "").split(",", 4)) {
            sum += (int) Double.parseDouble(part);
        }
        return sum;
    }

    @Test
    @DisplayName("CCHK001: the panel warns before an issue where a renewal is right, and goes back to it")
    void warnsBeforeIssue() {
        hold(Held.RENEWABLE);
        try (BankBrowser browser = at("/certificate")) {
            Panel panel = browser.openPanel();
            panel.click("issue");
            assertThat(panel.await("confirm-issue").getAttribute("data-why")).isEqualTo("renewable");
            panel.click("back");
            panel.await("CCHK001");
            panel.renew(user.password());
            panel.await("CCHK007");
        }
    }

    @Test
    @DisplayName("CCHK001: the panel warns before an issue where a certificate is good for long, and says from when it can be renewed")
    void warnsBeforeSecondIssue() {
        Held held = hold(Held.TOO_EARLY);
        try (BankBrowser browser = at("/certificate")) {
            Panel panel = browser.openPanel();
            panel.choose(held.id());
            panel.click("renew");
            assertThat(browser.until(d -> d.findElement(By.cssSelector("[data-renew-hint='not-yet']"))).getText()).contains("から");
            panel.click("issue");
            assertThat(panel.await("confirm-issue").getAttribute("data-why")).isEqualTo("not-yet");
            panel.click("continue-issue");
            panel.await("CCHK002");
            panel.click("back");
            panel.await("CCHK001");
        }
    }

    @Test
    @DisplayName("CCHK001: an expired certificate isn't listed; the panel says that it has expired and has a new one issued")
    void expired() {
        hold(Held.EXPIRED);
        try (BankBrowser browser = at("/certificate")) {
            Panel panel = browser.openPanel();
            assertThat(panel.certificates()).isEmpty();
            assertThat(browser.driver().findElement(By.cssSelector("[data-expired='issue']")).getText()).contains("期限");
            panel.click("issue");
            panel.signIn(user.loginId(), user.password());
            panel.await("CCHK007");
        }
    }

    @Test
    @DisplayName("asks whatever the bank asks, in the bank's order: CCHK006, CCHK005, CCHK003, CCHK004")
    void everyStep() throws IOException {
        User careful = bank.addUser(Plan.asking(Step.QUESTION, Step.TRANSACTION, Step.ONE_TIME_PASSWORD)
                .withQuestion("はじめて飼った動物は？", "ねこ").withDrift(Duration.ofMinutes(4)));
        Held old = hold(Held.RENEWABLE, careful);
        try (BankBrowser browser = at("/certificate")) {
            Panel panel = browser.openPanel();
            panel.renew(careful.password());
            var seen = new ArrayList<String>();
            new StepUps(browser, panel, careful, bank).answerAll(seen::add);
            assertThat(seen).isEqualTo(List.of("CCHK006", "CCHK005", "CCHK003", "CCHK004", "CCHK007"));
            assertThat(bank.replacementOf(old.certificate())).isPresent();
        }
    }

    @Test
    @DisplayName("a revoked certificate ends in G004e, and a wrong password in G006e with the tries left")
    void refused() throws IOException {
        hold(Held.RENEWABLE);
        try (BankBrowser browser = at("/certificate")) {
            Panel panel = browser.openPanel();
            panel.renew("wrong");
            assertThat(panel.awaitProblem("credentials").getText()).contains("G006e", "4");
            bank.revoke(user.loginId());
            panel.type("password", user.password());
            panel.click("submit");
            WebElement error = panel.await("error");
            assertThat(error.getAttribute("data-code")).isEqualTo("G004e");
            assertThat(error.getAttribute("data-reason")).isEqualTo("certificate-revoked");
        }
    }

    @Test
    @DisplayName("closing the tab in the middle leaves the old certificate as it was")
    void closedTab() {
        Held old = hold(Held.RENEWABLE);
        var released = new CountDownLatch(1);
        try (BankBrowser browser = at("/certificate")) {
            Panel panel = browser.openPanel();
            bank.answerNext("/inkan/v1/sessions", new Fault.Late(released));
            panel.renew(user.password());
            panel.await("progress");
            browser.until(_ -> bank.allMet("/inkan/v1/sessions"));
            panel.lookUp();
            String first = browser.driver().getWindowHandle();
            browser.driver().switchTo().newWindow(WindowType.TAB);
            String second = browser.driver().getWindowHandle();
            browser.driver().switchTo().window(first);
            // As the user does it: the driver's own way tells the page nothing.
            ((ChromeDriver) browser.driver()).executeCdpCommand("Page.close", Map.of());
            browser.driver().switchTo().window(second);
            browser.until(d -> !d.getWindowHandles().contains(first));
            released.countDown();
            browser.open(bank.url().resolve("/certificate").toString());
            panel = browser.openPanel();
            assertThat(panel.certificates()).containsExactly(old.id());
            panel.renew(user.password());
            panel.await("CCHK007");
        }
    }
}
