package jp.inkan.e2e.browser;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("A page that puts something over the panel's own tab")
class OwnTabIT extends KeyboardThieves {
    /** In the bank's page, wherever it is. */
    private static void runBehind(BankBrowser browser, String script) {
        browser.worker().evaluate("chrome.tabs.query({url: 'https://*.bizsol.anser.ne.jp/*'}).then(([tab]) => chrome.scripting"
                + ".executeScript({target: {tabId: tab.id}, world: 'MAIN', func: () => void " + script + "})).then(() => true)");
    }

    private static List<?> tabs(BankBrowser browser, String property) {
        return List.of(browser.worker().evaluate("chrome.tabs.query({}).then((tabs) => tabs.map((tab) => tab." + property + ").join(' '))")
                .asText().split(" "));
    }

    @Test
    @DisplayName("hears nothing: the tab comes in front again, what was opened is closed, and the page is unloaded")
    void comesBack() {
        try (BankBrowser browser = at("/help")) {
            Panel own = browser.openPanelByToolbar();
            own.chooseInstitution("9999");
            own.beginIssue();
            own.await("CCHK002");
            own.type("password", SECRET);
            // However slow the driver is: still typing.
            run(browser, "setInterval(() => dispatchEvent(new KeyboardEvent('keydown', {key: 'x'})), 50)");
            runBehind(browser, "open('about:blank')");
            browser.until(_ -> tabs(browser, "discarded").equals(List.of("true", "false")));
            browser.until(_ -> tabs(browser, "active").equals(List.of("false", "true")));
            assertThat(own.field("password").getDomProperty("value")).isEqualTo(SECRET);
        }
    }
}
