package jp.inkan.e2e.browser;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import jp.inkan.e2e.bank.fault.Fault;
import jp.inkan.e2e.bank.state.User;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.openqa.selenium.By;
import org.openqa.selenium.JavascriptExecutor;
import org.openqa.selenium.WebDriver;
import org.openqa.selenium.WebElement;
import org.openqa.selenium.WindowType;

@DisplayName("Two flows at once, and pages left in the middle of one")
class TwoAtOnceIT extends AtTheBank {
    private Panel atSignIn(BankBrowser browser) {
        Panel panel = browser.openPanel();
        panel.beginIssue();
        panel.await("CCHK002");
        return panel;
    }

    private static void fillIn(Panel panel, User user) {
        panel.type("loginId", user.loginId());
        panel.type("password", user.password());
    }

    private static String awaitEnd(BankBrowser browser) {
        return browser.until(d -> {
            WebElement screen = d.findElement(By.cssSelector("[data-screen='CCHK007'], [data-screen='error']"));
            return screen.getAttribute("data-screen") + screen.getAttribute("data-code");
        });
    }

    @Test
    @DisplayName("in two tabs: the second is told that the program is busy (G008e), the first goes on, and then the second can")
    void twoTabs() throws Exception {
        User other = bank.addUser();
        try (BankBrowser browser = at("/certificate")) {
            Panel first = atSignIn(browser);
            fillIn(first, user);
            first.lookUp();
            String tab = browser.driver().getWindowHandle();
            browser.driver().switchTo().newWindow(WindowType.TAB);
            browser.open(bank.url().resolve("/certificate").toString());
            Panel second = browser.openPanel();
            second.beginIssue();
            assertThat(second.await("error").getAttribute("data-code")).isEqualTo("G008e");
            String secondTab = browser.driver().getWindowHandle();
            second.lookUp();
            browser.panel(tab).click("submit");
            first.await("CCHK007");
            first.lookUp();
            browser.panel(secondTab).click("retry");
            assertThat(second.certificates()).hasSize(1);
            second.beginIssue();
            second.signIn(other.loginId(), other.password());
            second.await("CCHK007");
            assertThat(second.text()).contains(other.loginId()).doesNotContain(user.loginId());
            assertThat(List.of(bank.issuedFor(user.loginId()), bank.issuedFor(other.loginId()))).containsOnly(1);
        }
    }

    @Test
    @DisplayName("in two browsers of one person: for one login id there is one certificate, for two there are two")
    void twoBrowsers() throws Exception {
        Profile same = new Profile(profile.home(), Files.createDirectories(folder.resolve("second")), bank);
        same.registerHost(Product.find());
        User other = bank.addUser();
        try (BankBrowser one = at("/certificate"); BankBrowser two = BankBrowser.start(same, "ja")) {
            two.open(bank.url().resolve("/certificate").toString());
            Panel first = atSignIn(one);
            Panel second = atSignIn(two);
            fillIn(first, user);
            fillIn(second, user);
            first.click("submit");
            second.click("submit");
            assertThat(Set.of(awaitEnd(one), awaitEnd(two))).contains("CCHK007null").isSubsetOf("CCHK007null", "errorG004e");
            assertThat(bank.issuedFor(user.loginId())).isEqualTo(1);
        }
        try (BankBrowser one = at("/certificate"); BankBrowser two = BankBrowser.start(same, "ja")) {
            User third = bank.addUser();
            two.open(bank.url().resolve("/certificate").toString());
            Panel first = atSignIn(one);
            Panel second = atSignIn(two);
            fillIn(first, other);
            fillIn(second, third);
            first.click("submit");
            second.click("submit");
            assertThat(List.of(awaitEnd(one), awaitEnd(two))).containsOnly("CCHK007null");
            assertThat(first.text()).contains(other.loginId());
            assertThat(second.text()).contains(third.loginId());
        }
    }

    @Test
    @DisplayName("left by the user, for another page or anew, before anything was asked for, nothing is issued, and a new flow begins")
    void left() {
        try (BankBrowser browser = at("/help")) {
            WebDriver.Navigation going = browser.driver().navigate();
            for (Runnable way : List.<Runnable>of(() -> going.to(bank.url().resolve("/help").toString()), going::refresh)) {
                browser.open(bank.url().resolve("/certificate").toString());
                var released = new CountDownLatch(1);
                bank.answerNext("/inkan/v1/sessions", new Fault.Late(released));
                Panel panel = atSignIn(browser);
                fillIn(panel, user);
                panel.click("submit");
                panel.await("progress");
                browser.until(_ -> bank.allMet("/inkan/v1/sessions"));
                var script = (JavascriptExecutor) browser.driver();
                script.executeScript("window.here = true");
                way.run();
                browser.until(_ -> script.executeScript("return window.here") == null);
                // The host has said that it's over: now the bank's answer comes too late.
                browser.until(_ -> browser.worker().evaluate("chrome.storage.session.get('flowUnderway')").isEmpty());
                released.countDown();
            }
            assertThat(bank.issuedFor(user.loginId())).isZero();
            browser.open(bank.url().resolve("/certificate").toString());
            Panel panel = atSignIn(browser);
            fillIn(panel, user);
            panel.click("submit");
            panel.await("CCHK007");
        }
    }

    @Test
    @DisplayName("left past the point of no return, the certificate comes all the same, once, and the restart is asked for")
    void leftTooLate() {
        try (BankBrowser browser = at("/certificate")) {
            bank.answerNext("/.well-known/est/9999/simpleenroll", new Fault.Status(503, Duration.ofSeconds(3)));
            Panel panel = atSignIn(browser);
            fillIn(panel, user);
            panel.click("submit");
            browser.until(d -> d.findElement(By.cssSelector("[data-stage='requesting']")));
            browser.open(bank.url().toString());
            browser.notice("restart");
            assertThat(bank.issuedFor(user.loginId())).isEqualTo(1);
        }
    }
}
