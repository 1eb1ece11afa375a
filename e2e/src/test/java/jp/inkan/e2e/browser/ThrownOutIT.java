package jp.inkan.e2e.browser;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import jp.inkan.e2e.bank.fault.Fault;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.openqa.selenium.By;

/** The panel is gone, or another window is where it was: what is typed on without looking mustn't be the page's. */
@DisplayName("A page that takes the panel from under the keyboard")
class ThrownOutIT extends KeyboardThieves {
    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '|', textBlock = """
            removing it                   | panel.remove()
            removing it for a field       | panel.remove(); document.getElementById('field').focus()
            removing it and putting it back | panel.remove(); document.documentElement.append(panel)
            hiding it in a shadow root    | box.attachShadow({mode: 'open'}).append(panel)
            putting it into a frame       | document.body.append(frame); frame.contentDocument.body.append(panel)
            moving it without removing it | document.body.moveBefore(panel, null)
            pretending that it is left    | dispatchEvent(new PageTransitionEvent('pagehide')); panel.remove(); document.getElementById('field').focus()
            turning the root out          | const root = document.documentElement; root.remove(); document.append(root)
            a new root                    | const copy = document.documentElement.cloneNode(true); copy.querySelector('inkan-panel').remove(); document.documentElement.replaceWith(copy)
            """)
    @DisplayName("gets nothing by tearing the panel out: it goes on in a tab of its own, and its flow is given up")
    void tornOut(String name, String theft) {
        try (BankBrowser browser = start()) {
            beginToTypeInWindow(browser);
            later(browser, theft);
            new Typist(browser).type(bank.url().toString(), SECRET);
            assertMoved(browser);
            browser.open(bank.url().resolve("/help").toString());
            assertNoLoot(browser);
        }
    }

    /** What is heard until the panel's own tab is in front no test can foretell. */
    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '|', textBlock = """
            writing the document anew  | document.open(); document.write('<p>other'); document.close()
            letting nobody else do anything | panel.remove(); const end = Date.now() + 2000; while (Date.now() < end);
            hiding the whole page      | document.documentElement.style.display = 'none'
            letting nothing be rendered | document.documentElement.style.contentVisibility = 'hidden'
            """)
    @DisplayName("can't stop the panel from going on in a tab of its own")
    void movesAllTheSame(String name, String theft) {
        try (BankBrowser browser = start()) {
            beginToTypeInWindow(browser);
            later(browser, theft);
            assertMoved(browser);
        }
    }

    @Test
    @DisplayName("hears nothing by closing its window, as the site can that has opened it: the panel goes on in a tab of its own")
    void closed() {
        try (BankBrowser browser = start()) {
            beginToTypeInWindow(browser);
            String page = browser.driver().getWindowHandle();
            run(browser, "opener.postMessage('opened.close()', '*')");
            browser.until(d -> !d.getWindowHandles().contains(page));
            assertMoved(browser);
        }
    }

    private static void later(BankBrowser browser, String theft) {
        run(browser, """
                const panel = document.querySelector('inkan-panel');
                const box = document.body.appendChild(document.createElement('div'));
                const frame = document.createElement('iframe');
                setTimeout(() => {""" + theft + "})");
    }

    /** Tabs only: a browser without a screen puts no window in front. */
    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '|', value = {
        "a tab           | open('about:blank')",
        "an earlier tab  | earlier.focus()",
    })
    @DisplayName("gets nothing by another tab that it puts in front of somebody who types")
    void overtaken(String name, String theft) {
        try (BankBrowser browser = start()) {
            openInWindow(browser);
            run(browser, "window.earlier = open('about:blank')");
            browser.worker().evaluate("chrome.tabs.query({url: 'https://*.bizsol.anser.ne.jp/certificate'})"
                    + ".then(([tab]) => chrome.tabs.update(tab.id, {active: true})).then(() => true)");
            browser.until(_ -> run(browser, "return document.visibilityState").equals("visible"));
            beginToType(browser);
            browser.panel();
            // However slow the driver is: still typing.
            run(browser, "setInterval(() => dispatchEvent(new KeyboardEvent('keydown', {key: 'x'})), 50)");
            browser.driver().switchTo().defaultContent();
            run(browser, theft);
            assertMoved(browser);
        }
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '|', textBlock = """
            the page                    | location = '/help'
            the site that has opened it | opener.postMessage("opened.location = '/'", '*')
            """)
    @DisplayName("leads nobody elsewhere while a password is typed: the browser asks first")
    void asked(String name, String theft) {
        try (BankBrowser browser = start()) {
            beginToTypeInWindow(browser);
            Questions questions = Questions.in(browser, bank.url().toString());
            run(browser, "setTimeout(() => {" + theft + "})");
            assertThat(questions.first()).isEqualTo("beforeunload");
        }
    }

    @Test
    @DisplayName("can't lead the tab elsewhere from a sandbox either, where the browser doesn't ask: the panel is in a tab of its own from the first")
    void notAsked() {
        try (BankBrowser browser = start()) {
            browser.open(elsewhere("/sandbox"));
            browser.driver().switchTo().frame(0);
            openWindow(browser);
            browser.launchButton().click();
            Panel own = browser.panelInOwnTab();
            own.await("CCHK001");
            assertThat(browser.driver().findElements(By.cssSelector("[data-keyboard-taken]"))).isEmpty();
        }
    }

    @Test
    @DisplayName("gets nothing by putting another document in its place once the user has said no to leaving it")
    void swapped() {
        try (BankBrowser browser = BankBrowser.startUnanswered(profile, "ja")) {
            beginToTypeInWindow(browser);
            reload(browser, false);
            run(browser, "location = 'javascript:\\'<h1>other</h1>\\''");
            assertMoved(browser);
        }
    }

    @Test
    @DisplayName("isn't one that the user leaves, and has said so: there the panel is as before, once it is asked for again")
    void left() {
        try (BankBrowser browser = BankBrowser.startUnanswered(profile, "ja")) {
            beginToTypeInWindow(browser);
            bank.answerNext("/certificate", new Fault.Page(Map.of(), HostilePages.BSMS001));
            reload(browser, true);
            browser.until(_ -> run(browser, "return document.getElementById('field') === null").equals(true));
            browser.openPanel().await("CCHK001");
        }
    }

    private void reload(BankBrowser browser, boolean leaves) {
        Questions questions = Questions.in(browser, bank.url().toString());
        questions.reload();
        assertThat(questions.first()).isEqualTo("beforeunload");
        questions.answer(leaves);
    }

    private void beginToTypeInWindow(BankBrowser browser) {
        openInWindow(browser);
        beginToType(browser);
    }

    /** In a window that another site has opened. */
    private void openInWindow(BankBrowser browser) {
        browser.open(elsewhere("/opener"));
        openWindow(browser);
    }

    private void openWindow(BankBrowser browser) {
        bank.answerNext("/certificate", new Fault.Page(Map.of(), HostilePages.BSMS001 + LISTENER + "<input id=field>"));
        run(browser, "window.opened = open('" + bank.url().resolve("/certificate") + "')");
        browser.until(d -> d.getWindowHandles().stream().anyMatch(handle ->
                d.switchTo().window(handle).getCurrentUrl().endsWith("/certificate")));
    }

    private static void beginToType(BankBrowser browser) {
        Panel panel = browser.openPanel();
        panel.beginIssue();
        panel.await("CCHK002");
        panel.type("password", "before");
        panel.leave();
    }
}
