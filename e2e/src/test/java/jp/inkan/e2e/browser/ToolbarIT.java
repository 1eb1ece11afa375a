package jp.inkan.e2e.browser;

import static org.assertj.core.api.Assertions.assertThat;

import jp.inkan.e2e.Held;
import jp.inkan.e2e.bank.fault.Fault;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.openqa.selenium.By;
import org.openqa.selenium.JavascriptExecutor;
import org.openqa.selenium.WebElement;
import org.openqa.selenium.WindowType;

@DisplayName("The toolbar button")
class ToolbarIT extends AtTheBank {
    private static final String PRACTICE = "9999";

    /** Not asked of the driver, which brings to the front whatever tab it looks into. */
    private static boolean inFront(BankBrowser browser) {
        return browser.worker().evaluate(
                "chrome.tabs.query({active: true}).then((tabs) => tabs.some(({url}) => url === chrome.runtime.getURL('src/panel/panel.html')))").asBoolean();
    }

    private static int tabs(BankBrowser browser) {
        return browser.driver().getWindowHandles().size();
    }

    @Test
    @DisplayName("toolbar: with no bank page open, the panel opens in a tab of its own; the institution with certificates comes first")
    void institutions() {
        Held held = hold(Held.RENEWABLE);
        try (BankBrowser browser = start()) {
            Panel panel = browser.openPanelByToolbar();
            panel.await("institutions");
            assertThat(tabs(browser)).isEqualTo(2);
            WebElement first = browser.driver().findElement(By.cssSelector("[data-action='choose']"));
            assertThat(first.getAttribute("data-institution")).isEqualTo(PRACTICE);
            assertThat(first.getText()).contains("練習用", "証明書 1 枚", "26");
            panel.awaitInput();
            Accessibility.assertNothingWrong(browser.driver());

            panel.chooseInstitution(PRACTICE);
            assertThat(panel.certificates()).containsExactly(held.id());
            assertThat(panel.text()).contains("金融機関のページ：www.cc9999.bizsol.anser.ne.jp");
            panel.click("institutions");
            panel.await("institutions");
        }
    }

    @Test
    @DisplayName("toolbar: a certificate is issued from there, to CCHK007; 閉じる closes the tab, and the certificate logs in after a restart")
    void issues() {
        try (BankBrowser browser = start()) {
            Panel panel = browser.openPanelByToolbar();
            panel.chooseInstitution(PRACTICE);
            panel.beginIssue();
            panel.signIn(user.loginId(), user.password());
            panel.await("CCHK007");
            assertThat(panel.text()).contains(user.loginId() + " A001 ");
            panel.click("close");
            browser.until(d -> d.getWindowHandles().size() == 1);
        }
        try (BankBrowser browser = start()) {
            assertThat(logIn(browser)).startsWith(user.loginId() + " A001 ");
        }
    }

    @Test
    @DisplayName("toolbar: a certificate is renewed from there, to CCHK007")
    void renews() {
        Held old = hold(Held.RENEWABLE);
        try (BankBrowser browser = start()) {
            Panel panel = browser.openPanelByToolbar();
            panel.chooseInstitution(PRACTICE);
            panel.renew(user.password());
            panel.await("CCHK007");
            assertThat(bank.replacementOf(old.certificate())).isPresent();
        }
    }

    @Test
    @DisplayName("toolbar: pressed again it shows the tab that is there, with what was open in it, and opens no second")
    void again() {
        try (BankBrowser browser = start()) {
            Panel panel = browser.openPanelByToolbar();
            panel.chooseInstitution(PRACTICE);
            panel.beginIssue();
            panel.await("CCHK002");
            panel.type("loginId", user.loginId());
            String own = browser.driver().getWindowHandle();

            panel.lookUp();
            browser.driver().switchTo().newWindow(WindowType.TAB);
            browser.open(bank.url().resolve("/help").toString());
            assertThat(inFront(browser)).isFalse();
            int before = tabs(browser);

            browser.worker().pressToolbarButton();
            browser.until(_ -> inFront(browser));
            assertThat(tabs(browser)).isEqualTo(before);
            panel = browser.panel(own);
            assertThat(panel.field("loginId").getDomProperty("value")).isEqualTo(user.loginId());
            panel.signIn(user.loginId(), user.password());
            panel.await("CCHK007");
        }
    }

    @ParameterizedTest(name = "{0}")
    @ValueSource(strings = {"/certificate", "/login"})
    @DisplayName("BSMS001, BLGI001: on a bank page that we know it does what our button does: the list of that institution, beside the page")
    void onBankPage(String path) {
        Held held = hold(Held.RENEWABLE);
        try (BankBrowser browser = at(path)) {
            awaitOurs(browser, path);
            Panel panel = browser.openPanelByToolbar();
            assertThat(panel.certificates()).containsExactly(held.id());
            assertThat(panel.text()).contains("金融機関のページに戻る");
            panel.click("close");
            assertThat(browser.driver().getCurrentUrl()).isEqualTo(bank.url().resolve(path).toString());
        }
    }

    /** Our script has looked at the page by then. */
    private static void awaitOurs(BankBrowser browser, String path) {
        if (path.equals("/login")) {
            browser.notice("expiry");
        } else {
            browser.launchButton();
        }
    }

    @Test
    @DisplayName("renewal selection: there it is for the renewal, and the list says why if nothing can be renewed")
    void onRenewalPage() {
        Held held = hold(Held.RENEWABLE);
        try (BankBrowser browser = start()) {
            logIn(browser);
            browser.launchButton();
            Panel panel = browser.openPanelByToolbar();
            assertThat(panel.certificates()).containsExactly(held.id());
            panel.renew(user.password());
            panel.await("CCHK007");
            panel.click("close");
            browser.notice("restart");

            // The bank itself offers no second renewal.
            bank.answerNext("/help", new Fault.Page("<button>証明書発行アプリ起動</button>"));
            browser.open(bank.url().resolve("/help").toString());
            browser.launchButton();
            browser.openPanelByToolbar().await("CCHK001");
            assertThat(browser.driver().findElement(By.cssSelector("[data-nothing-renewable]")).getAttribute("data-nothing-renewable"))
                    .isEqualTo("not-yet");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"/help", "/abnormal-end/BZBE001011"})
    @DisplayName("help, CCHK902: on any other page of the bank's it asks for which institution, and the page stays as it was")
    void onOtherPage(String path) {
        try (BankBrowser browser = at(path)) {
            String page = browser.driver().getWindowHandle();
            var script = (JavascriptExecutor) browser.driver();
            script.executeScript("window.here = true");
            browser.openPanelByToolbar().await("institutions");
            browser.driver().switchTo().window(page);
            assertThat(script.executeScript("return window.here")).isEqualTo(true);
        }
    }
}
