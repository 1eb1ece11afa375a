package jp.inkan.e2e.browser;

import java.util.Map;
import jp.inkan.e2e.bank.fault.Fault;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What the user does in the panel counts as done in the page: it may open what only a user may have opened. */
@DisplayName("A page that uses what a key in the panel lets it do")
class ActivationIT extends KeyboardThieves {
    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '|', textBlock = """
            to learn when a key was pressed | document.createElement('input').showPicker()
            to open a window                | open('about:blank')
            to fill the screen              | document.documentElement.requestFullscreen()
            """)
    @DisplayName("gets nothing: it is unloaded, and the panel goes on in a tab of its own")
    void used(String name, String use) {
        try (BankBrowser browser = start()) {
            String poll = "<script>setInterval(() => { if (window.armed && navigator.userActivation.isActive) {" + use + "} }, 1)</script>";
            bank.answerNext("/certificate", new Fault.Page(Map.of(), HostilePages.BSMS001 + LISTENER + poll));
            browser.open(bank.url().resolve("/certificate").toString());
            Panel panel = browser.openPanel();
            panel.beginIssue();
            panel.await("CCHK002");
            panel.type("loginId", "");
            panel.leave();
            run(browser, "window.armed = true");
            new Typist(browser).type(bank.url().toString(), SECRET);
            assertMoved(browser);
            browser.open(bank.url().resolve("/help").toString());
            assertNoLoot(browser);
        }
    }
}
