package jp.inkan.e2e.browser;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("What comes up over the panel under somebody's typing")
class OwnTabIT extends OtherSites {
    @Test
    @DisplayName("hears nothing: it is closed, the panel comes in front again, and what was typed is still there")
    void comesBack() {
        try (BankBrowser browser = at("/help")) {
            Panel own = browser.openPanelByToolbar();
            own.chooseInstitution("9999");
            own.beginIssue();
            own.await("CCHK002");
            own.type("password", SECRET);
            // However slow the driver is: still typing.
            run(browser, "setInterval(() => dispatchEvent(new KeyboardEvent('keydown', {key: 'x'})), 50)");
            // As another program may, by a link; of the pages here none runs.
            browser.worker().evaluate("chrome.tabs.create({url: '" + elsewhere("/taker") + "'}).then(({id}) => { globalThis.opened = id; })");
            browser.until(_ -> browser.worker().evaluate("chrome.tabs.get(opened).then(() => false, () => true)").asBoolean());
            browser.until(_ -> isInFront(browser));
            assertThat(own.field("password").getDomProperty("value")).isEqualTo(SECRET);
            assertNothingHeard();
        }
    }
}
