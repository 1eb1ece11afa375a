package jp.inkan.e2e.browser;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.openqa.selenium.WindowType;

@DisplayName("A page of the bank's, left by a press of our button,")
class WayBackIT extends OtherSites {
    private static final String OWN = BankBrowser.PANEL;

    @Test
    @DisplayName("is there again, in front, once ours is closed, whatever the user has looked at since")
    void wayBack() {
        try (BankBrowser browser = start()) {
            openWith(browser, "");
            Panel own = browser.openPanel();
            own.await("CCHK001");
            String tab = browser.driver().getWindowHandle();
            browser.driver().switchTo().newWindow(WindowType.TAB);
            browser.open(elsewhere("/opener"));
            browser.panel(tab).click("close");
            assertThat(browser.driver().getCurrentUrl()).isEqualTo(bank.url().resolve("/certificate").toString());
        }
    }

    @Test
    @DisplayName("to which the user has gone back, and pressed it again, leads to the panel that is there already")
    void pressedAgain() {
        try (BankBrowser browser = start()) {
            openWith(browser, "");
            Panel own = browser.openPanel();
            own.beginIssue();
            own.await("CCHK002");
            own.type("loginId", user.loginId());
            String tab = browser.driver().getWindowHandle();
            own.lookUp();
            goToPage(browser);
            browser.driver().switchTo().window(new Targets(browser).tabs(bank.url().toString()).findFirst().orElseThrow());
            BankBrowser.away(browser.launchButton()::click);
            browser.until(_ -> isInFront(browser));
            assertThat(new Targets(browser).tabs(OWN)).containsExactly(tab);
            assertThat(browser.panel(tab).field("loginId").getDomProperty("value")).isEqualTo(user.loginId());
        }
    }

    @Test
    @DisplayName("is there again, in front, once ours is closed; loaded anew ours shows the list of that bank, and begins nothing again")
    void comesBack() {
        try (BankBrowser browser = start()) {
            openWith(browser, "");
            Panel own = browser.openPanel();
            own.beginIssue();
            own.await("CCHK002");
            browser.driver().navigate().refresh();
            own.await("CCHK001");
            assertThat(own.text()).contains("金融機関のページに戻る");
            own.click("close");
            browser.launchButton();
            assertThat(browser.worker().evaluate("chrome.tabs.query({active: true}).then(([{url}]) => url)").asText())
                    .isEqualTo(bank.url().resolve("/certificate").toString());
            assertThat(browser.driver().getWindowHandles()).hasSize(1);
        }
    }
}
