package jp.inkan.e2e.browser;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import jp.inkan.e2e.bank.fault.Fault;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.openqa.selenium.By;
import org.openqa.selenium.WindowType;

/** While something is typed the bank's page isn't there: our own has taken its place in the tab. */
@DisplayName("A page of the bank's, once something is to be typed,")
class ReplacedPageIT extends OtherSites {
    private static final String OWN = "chrome-extension://";

    /** A browser too busy to do anything else for a second or two. */
    private static final String FLOOD = "const end = Date.now() + 1500; let n = 0; while (Date.now() < end) document.title = n++;";

    private void answerWith(String attack) {
        bank.answerNext("/certificate", new Fault.Page(Map.of(), HostilePages.BSMS001 + LISTENER + attack));
    }

    private void openWith(BankBrowser browser, String attack) {
        answerWith(attack);
        browser.open(bank.url().resolve("/certificate").toString());
    }

    private Panel toSignIn(BankBrowser browser) {
        Panel panel = browser.openPanel();
        panel.beginIssue();
        panel.await("CCHK002");
        return panel;
    }

    private boolean isGone(BankBrowser browser) {
        return new Targets(browser).tab(bank.url().toString()).isEmpty();
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '|', textBlock = """
            listens to everything         | 1
            takes the focus all the time  | setInterval(() => document.getElementById('field').focus(), 5)
            has a frame that takes it     | document.body.append(Object.assign(document.createElement('iframe'), {src: TAKER}))
            has one in a shadow tree      | document.body.appendChild(document.createElement('p')).attachShadow({mode: 'closed'}).innerHTML = `<iframe src=${TAKER}></iframe>`
            """)
    @DisplayName("isn't there, whatever it has tried, and hears nothing")
    void hearsNothing(String name, String attack) {
        try (BankBrowser browser = start()) {
            openWith(browser, "<script>" + attack.replace("TAKER", "'" + elsewhere("/taker") + "'") + "</script>");
            Panel own = toSignIn(browser);
            assertThat(isGone(browser)).isTrue();
            own.type("password", "");
            new Typist(browser).type(OWN, SECRET);
            browser.until(_ -> own.field("password").getDomProperty("value").equals(SECRET));
            assertNoLoot(browser);
        }
    }

    /** Tabs only: a browser without a screen puts no window in front. */
    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '|', textBlock = """
            nothing, but a flood  | FLOOD
            a tab                 | open(TAKER)
            a tab, with a flood   | open(TAKER); FLOOD
            a tab without opener  | open(TAKER, '', 'noopener')
            """)
    @DisplayName("puts nothing in front by what the press of our button lets it do: what comes up is closed")
    void opens(String name, String attack) {
        try (BankBrowser browser = start()) {
            openWith(browser, "<script>setInterval(() => { if (window.armed && navigator.userActivation.isActive) { armed = false; "
                    + attack.replace("FLOOD", FLOOD).replace("TAKER", "'" + elsewhere("/taker") + "'") + " } }, 1)</script>");
            Panel panel = browser.openPanel();
            panel.await("CCHK001");
            panel.leave();
            // What the press before lets it do is over.
            browser.until(_ -> run(browser, "return navigator.userActivation.isActive").equals(false));
            run(browser, "window.armed = true");
            // Not by way of its tab, which would put it in front.
            Panel own = browser.panel();
            own.click("issue");
            own.await("CCHK002");
            browser.until(_ -> isInFront(browser) && !isThere(browser, "/taker"));
            assertThat(isGone(browser)).isTrue();
        }
    }

    @Test
    @DisplayName("is asked whether it may be left, where it wants that: no leaves everything as it was, yes goes on")
    void mayBeLeft() {
        try (BankBrowser browser = BankBrowser.startUnanswered(profile, "ja")) {
            openWith(browser, "<script>onbeforeunload = (event) => event.preventDefault()</script>");
            Panel panel = browser.openPanel();
            panel.await("CCHK001");
            assertThat(isAsked(browser, panel, false)).isEqualTo("beforeunload");
            assertThat(panel.screen()).isEqualTo("CCHK001");
            assertThat(isAsked(browser, panel, true)).isEqualTo("beforeunload");
            panel.await("CCHK002");
        }
    }

    /** Presses the button past the driver, which waits for whoever asks. */
    private String isAsked(BankBrowser browser, Panel panel, boolean answer) {
        panel.awaitInput();
        run(browser, "document.querySelector('[data-action=issue]').focus()");
        Questions questions = Questions.in(browser, bank.url().toString());
        new Typist(browser).press(bank.url().toString(), Typist.ENTER);
        String asked = questions.first();
        questions.answer(answer);
        return asked;
    }

    @Test
    @DisplayName("leaves nobody behind who could put something in front: the bank's others and who has opened it are unloaded, the user's own stay")
    void relatives() {
        try (BankBrowser browser = start()) {
            browser.open(bank.url().resolve("/help").toString());
            browser.driver().switchTo().newWindow(WindowType.TAB);
            browser.open(elsewhere("/taker"));
            browser.driver().switchTo().newWindow(WindowType.TAB);
            browser.open(elsewhere("/opener"));
            answerWith("");
            openWindow(browser, bank.url().resolve("/certificate").toString());
            toSignIn(browser);
            browser.until(_ -> count(browser, true) == 2);
            // Ours and the user's own.
            assertThat(count(browser, false)).isEqualTo(2);
        }
    }

    /** Of tabs. */
    private static int count(BankBrowser browser, boolean unloaded) {
        return browser.worker().evaluate("chrome.tabs.query({discarded: " + unloaded + "}).then(({length}) => length)").asInt();
    }

    private boolean isThere(BankBrowser browser, String path) {
        return new Targets(browser).tab(elsewhere(path)).isPresent();
    }

    @Test
    @DisplayName("has left no way to our page: a window that it has opened neither leads that elsewhere nor speaks to it")
    void severed() {
        try (BankBrowser browser = start()) {
            openWith(browser, "");
            String page = browser.driver().getWindowHandle();
            openWindow(browser, elsewhere("/opener"));
            String child = browser.driver().getWindowHandle();
            browser.driver().switchTo().window(page);
            Panel own = toSignIn(browser);
            own.lookUp();
            browser.driver().switchTo().window(child);
            run(browser, "opener?.postMessage('heard', '*'); try { opener.location = '/opener' } catch { }");
            assertThat(run(browser, "return opener === null || opener.closed")).isEqualTo(true);
            browser.driver().switchTo().window(page);
            assertThat(own.screen()).isEqualTo("CCHK002");
        }
    }

    @Test
    @DisplayName("that is in a sandbox, which a page in its place would be in, too, is unloaded: the panel is in another tab from the first")
    void sandboxed() {
        try (BankBrowser browser = start()) {
            browser.open(elsewhere("/sandbox"));
            browser.driver().switchTo().frame(0);
            answerWith("");
            openWindow(browser, bank.url().resolve("/certificate").toString());
            browser.worker().evaluate("globalThis.unloaded = 0;"
                    + "chrome.tabs.onUpdated.addListener((_, {discarded}) => { if (discarded) unloaded += 1; })");
            browser.launchButton().click();
            // Where the driver looks around for a tab, it loads those that were unloaded.
            browser.until(_ -> browser.worker().evaluate("unloaded").asInt() == 2);
            Panel own = browser.panelInOwnTab();
            own.await("CCHK001");
            own.beginIssue();
            own.signIn(user.loginId(), user.password());
            own.await("CCHK007");
        }
    }

    @Test
    @DisplayName("can't load our page by itself, nor have it do something")
    void outOfReach() {
        try (BankBrowser browser = start()) {
            openWith(browser, "");
            String address = browser.worker().evaluate("chrome.runtime.getURL('src/panel/tab.html#9999-issue')").asText();
            run(browser, "document.body.append(Object.assign(document.createElement('iframe'), {src: '" + address + "'}))");
            run(browser, "setTimeout(() => { location = '" + address + "' })");
            browser.until(d -> d.findElements(By.id("field")).isEmpty());
            assertThat(browser.driver().findElements(By.cssSelector("main"))).isEmpty();
            assertThat(new Targets(browser).frame(OWN)).isEmpty();
        }
    }

    @Test
    @DisplayName("comes back with the browser's own button, and the flow is given up; loaded anew, ours shows the list, and nothing is begun again")
    void backAndForth() {
        try (BankBrowser browser = start()) {
            openWith(browser, "");
            Panel own = toSignIn(browser);
            browser.driver().navigate().refresh();
            own.await("CCHK001");
            own.beginIssue();
            own.await("CCHK002");
            browser.driver().navigate().back();
            browser.launchButton();
            browser.until(_ -> browser.worker().evaluate("chrome.storage.session.get('flowUnderway')").isEmpty());
            browser.driver().navigate().forward();
            own.await("CCHK001");
            own.click("close");
            browser.launchButton();
            assertThat(browser.driver().getWindowHandles()).hasSize(1);
        }
    }
}
