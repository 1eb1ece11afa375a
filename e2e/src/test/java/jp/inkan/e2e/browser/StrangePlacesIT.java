package jp.inkan.e2e.browser;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.Set;
import jp.inkan.e2e.bank.fault.Fault;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.openqa.selenium.By;
import org.openqa.selenium.WebElement;

/** BSMS001 where it can't be the bank's, though the bank's own page put it there. */
@DisplayName("The very page BSMS001")
class StrangePlacesIT extends HostilePages {
    /** The page's text for the scripts of a page around it. */
    private static final String AROUND = "<script>window.html = `<!doctype html>" + BSMS001 + "`;"
            + "window.blob = () => URL.createObjectURL(new Blob([html], {type: 'text/html'}));</script>";

    @AfterEach
    void oneWindow() {
        closePanel();
        Set<String> windows = browser.driver().getWindowHandles();
        String first = windows.iterator().next();
        for (String other : windows) {
            if (!other.equals(first)) {
                browser.driver().switchTo().window(other).close();
            }
        }
        browser.driver().switchTo().window(first);
    }

    private void assertNothingOfOurs() {
        assertThat(browser.text(By.tagName("h1"))).contains("BSMS001");
        awaitIdle();
        assertThat(browser.hasLaunchButton()).isFalse();
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '|', textBlock = """
            srcdoc             | frame.srcdoc = html
            about:blank        | frame.contentDocument.write(html); frame.contentDocument.close()
            blob:              | frame.src = blob()
            data:              | frame.src = 'data:text/html,' + encodeURIComponent(html)
            a sandbox          | frame.sandbox = 'allow-scripts'; frame.srcdoc = html
            an object          | frame.outerHTML = '<object data=' + blob() + '></object>'
            """)
    @DisplayName("in a frame of the bank's page has nothing of ours")
    void frame(String name, String attack) {
        open("/help", Map.of(), AROUND + "<h1>frame</h1>");
        script("const frame = document.body.appendChild(document.createElement('iframe'));" + attack);
        WebElement frame = browser.until(d -> d.findElement(By.cssSelector("iframe, object")));
        browser.driver().switchTo().frame(frame);
        assertThat(browser.text(By.tagName("h1"))).contains("BSMS001");
        outOfFrames();
        awaitIdle();
        assertThat(browser.hasLaunchButton()).isFalse();
        browser.driver().switchTo().frame(frame);
        assertThat(browser.hasLaunchButton()).isFalse();
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '|', textBlock = """
            about:blank     | const popup = open('about:blank', 'popup'); popup.document.write(html); popup.document.close()
            a blob of its   | open(blob(), 'popup')
            """)
    @DisplayName("in a window that the bank's page has opened and written has nothing of ours")
    void popup(String name, String attack) {
        open("/help", Map.of(), AROUND + "<h1>popup</h1>");
        String opener = browser.driver().getWindowHandle();
        script(attack);
        browser.until(d -> d.getWindowHandles().size() == 2);
        browser.driver().getWindowHandles().stream().filter(handle -> !handle.equals(opener))
                .forEach(handle -> browser.driver().switchTo().window(handle));
        assertNothingOfOurs();
    }

    @Test
    @DisplayName("that the bank has put into a sandbox has nothing of ours, whatever its address")
    void sandbox() {
        open("/certificate", Map.of("Content-Security-Policy", "sandbox allow-scripts allow-forms"), BSMS001);
        assertThat(script("return origin + ' ' + location.origin")).isEqualTo("null https://www.cc9999.bizsol.anser.ne.jp");
        assertNothingOfOurs();
    }

    /** The driver isn't let near the tab: the browser renders nothing beforehand where a debugger looks, and the driver may wait for ever. */
    @Test
    @DisplayName("that the browser has rendered before anybody asked for it has nothing of ours until it is shown, and then a button that works")
    void prerendered() {
        browser.open(bank.url().resolve("/help").toString());
        script("localStorage.clear()");
        bank.answerNext("/certificate", new Fault.Page(Map.of(), """
                <script>
                const count = (name) => document.querySelectorAll(name).length;
                addEventListener('load', () => requestIdleCallback(() => requestIdleCallback(() => {
                  if (document.prerendering) localStorage.before = count('inkan-launch');
                })));
                document.addEventListener('prerenderingchange', () => {
                  localStorage.prerendered = performance.getEntriesByType('navigation')[0].activationStart > 0;
                  setInterval(() => Object.assign(localStorage, {button: count('inkan-launch')}), 50);
                });
                </script>""" + BSMS001));
        bank.answerNext("/help", new Fault.Page(Map.of(), """
                <script>addEventListener('storage', ({key}) => { if (key === 'go') location = '/certificate'; });</script>
                <script type=speculationrules>{"prerender": [{"urls": ["/certificate"], "eagerness": "immediate"}]}</script>"""));
        ServiceWorker worker = browser.worker();
        int tab = worker.evaluate("chrome.tabs.create({url: '" + bank.url().resolve("/help") + "'}).then(({id}) => id)").asInt();
        try {
            Object before = browser.until(_ -> script("return localStorage.before"));
            assertThat(before).isEqualTo("0");
            script("localStorage.go = 'now'");
            browser.until(_ -> script("return localStorage.button === '1'").equals(true));
            assertThat(script("return localStorage.prerendered")).isEqualTo("true");
            assertThat(worker.evaluate("chrome.tabs.sendMessage(" + tab + ", {type: 'press'})").asBoolean()).isTrue();
            browser.until(_ -> new Targets(browser).tab(BankBrowser.PANEL)
                    .map(panel -> worker.evaluateIn(panel, "document.querySelector('[data-screen=CCHK001]') !== null").asBoolean()).orElse(false));
        } finally {
            worker.evaluate("chrome.tabs.query({}).then((tabs) => tabs.filter(({url}) => !url.endsWith('/help')).map(({id}) => id))"
                    + ".then((others) => chrome.tabs.remove(others)).then(() => true)");
            // The page that the driver looked at is one of the bank's, too: it was unloaded.
            browser.driver().switchTo().window(browser.until(_ -> new Targets(browser).tabs("").findFirst().orElse(null)));
        }
    }

    @Test
    @DisplayName("that comes back out of the browser's own cache, as it was left, has a button that works")
    void restored() {
        openBsms001("");
        script("window.left = true");
        browser.open(bank.url().resolve("/help").toString());
        browser.driver().navigate().back();
        assertThat(script("return window.left")).as("the very document").isEqualTo(true);
        browser.until(_ -> browser.launchButton().getAttribute("data-takes-over").equals("true"));
        assertThat(count("inkan-launch")).isOne();
        browser.openPanel().await("CCHK001");
    }

    @Test
    @DisplayName("that the user comes back to has the button, and nothing of what was typed before")
    void back() {
        openBsms001("");
        Panel panel = browser.openPanel();
        panel.beginIssue();
        panel.await("CCHK002");
        panel.type("password", "typed before");
        panel.click("back");
        panel.await("CCHK001");
        panel.click("close");
        browser.open(bank.url().resolve("/help").toString());
        browser.driver().navigate().back();
        browser.launchButton();
        assertThat(panels()).isZero();
        assertThat(count("inkan-launch")).isOne();
        browser.until(_ -> browser.launchButton().getAttribute("data-takes-over").equals("true"));
        panel = browser.openPanel();
        panel.beginIssue();
        panel.await("CCHK002");
        assertThat(panel.field("password").getDomProperty("value")).isEmpty();
    }
}
