package jp.inkan.e2e.browser;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("A page that puts something over the panel's own tab")
class OwnTabIT extends OtherSites {
    /** In the bank's page, which isn't in front. @param script an expression */
    private static boolean behind(BankBrowser browser, String script) {
        return browser.worker().evaluate("chrome.tabs.query({url: 'https://*.bizsol.anser.ne.jp/*'}).then(([tab]) => chrome.scripting"
                + ".executeScript({target: {tabId: tab.id}, world: 'MAIN', func: () => Boolean(" + script + ")}))"
                + ".then(([{result}]) => result)").asBoolean();
    }

    @Test
    @DisplayName("hears nothing: what was opened is closed, the tab comes in front again, and what was typed is still there")
    void comesBack() {
        try (BankBrowser browser = at("/help")) {
            Panel own = browser.openPanelByToolbar();
            own.chooseInstitution("9999");
            own.beginIssue();
            own.await("CCHK002");
            own.type("password", SECRET);
            // However slow the driver is: still typing.
            run(browser, "setInterval(() => dispatchEvent(new KeyboardEvent('keydown', {key: 'x'})), 50)");
            assertThat(behind(browser, "window.opened = open('about:blank')")).isTrue();
            browser.until(_ -> behind(browser, "opened.closed"));
            browser.until(_ -> isInFront(browser));
            assertThat(own.field("password").getDomProperty("value")).isEqualTo(SECRET);
        }
    }
}
