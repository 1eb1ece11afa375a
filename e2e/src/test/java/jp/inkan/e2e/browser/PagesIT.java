package jp.inkan.e2e.browser;

import static org.assertj.core.api.Assertions.assertThat;

import jp.inkan.e2e.Held;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.openqa.selenium.By;
import org.openqa.selenium.SearchContext;
import org.openqa.selenium.WebElement;

@DisplayName("The bank's pages")
class PagesIT extends AtTheBank {
    @Test
    @DisplayName("BSMS001: the bank's own button 証明書発行アプリの起動 issues")
    void acquisition() {
        try (BankBrowser browser = at("/certificate")) {
            Panel panel = browser.openPanelByBanksButton("証明書発行アプリの起動");
            panel.beginIssue();
            panel.signIn(user.loginId(), user.password());
            panel.await("CCHK007");
        }
    }

    @Test
    @DisplayName("BSMS001: without the host the bank's own button stays the bank's")
    void withoutHost() {
        profile.unregisterHost(Product.find());
        try (BankBrowser browser = at("/certificate")) {
            Panel panel = browser.openPanel();
            panel.await("missing");
            panel.click("close");
            browser.clickBank("証明書発行アプリの起動");
            browser.until(d -> d.getCurrentUrl().contains("/certificate/app"));
        }
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource({"BZBE001011, 5, HP SimplePass", "BZBE011008, 3, 失効"})
    @DisplayName("CCHK902: the abnormal end gets the checks as a list")
    void abnormalEnd(String code, int checks, String one) {
        try (BankBrowser browser = at("/abnormal-end/" + code)) {
            WebElement advice = browser.until(d -> d.findElement(By.cssSelector("inkan-advice[data-code='" + code + "']")));
            SearchContext inside = advice.getShadowRoot();
            assertThat(inside.findElements(By.cssSelector("li"))).hasSize(checks);
            assertThat(inside.findElement(By.cssSelector("section")).getText()).contains(code, one);
            Accessibility.assertNothingWrong(browser.driver(), inside);
        }
    }

    @Test
    @DisplayName("CCHK902: reached as customers reach it, by the browser's old way to renew")
    void oldWay() {
        hold(Held.RENEWABLE);
        try (BankBrowser browser = start()) {
            logIn(browser);
            browser.clickBank("あとで更新する");
            browser.clickBank("電子証明書更新");
            assertThat(browser.until(d -> d.findElement(By.tagName("inkan-advice"))).getAttribute("data-code")).isEqualTo("BZBE001011");
        }
    }

    @Test
    @DisplayName("are left alone where we have nothing to offer: help, token, clock and management")
    void others() {
        try (BankBrowser browser = start()) {
            for (String path : new String[] {"/help", "/token", "/clock"}) {
                browser.open(bank.url().resolve(path).toString());
                assertThat(browser.driver().findElements(By.cssSelector("inkan-launch, inkan-notice, inkan-advice"))).isEmpty();
            }
        }
    }
}
