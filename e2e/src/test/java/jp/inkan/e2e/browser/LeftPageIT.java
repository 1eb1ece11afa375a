package jp.inkan.e2e.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Map;
import jp.inkan.e2e.bank.fault.Fault;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.openqa.selenium.By;
import org.openqa.selenium.JavascriptExecutor;
import org.openqa.selenium.WindowType;

/**
 * While our own page is used the bank's isn't there: ours opens in a tab beside it, and the bank's is unloaded. The driver isn't let near: where
 * it looks around, it loads what was unloaded.
 */
@DisplayName("A page of the bank's in which our button was pressed")
class LeftPageIT extends OtherSites {
    private static final String OWN = BankBrowser.PANEL;

    /** A browser too busy to do anything else for a second or two. */
    private static final String FLOOD = "const end = Date.now() + 1500; let n = 0; while (Date.now() < end) document.title = n++;";

    private void answerWith(String attack) {
        String script = attack.replace("FLOOD", FLOOD).replace("TAKER", "'" + elsewhere("/taker") + "'");
        bank.answerNext("/certificate", new Fault.Page(Map.of(), HostilePages.BSMS001 + listener() + "<script>" + script + "</script>"));
    }

    private void openWith(BankBrowser browser, String attack) {
        answerWith(attack);
        browser.open(bank.url().resolve("/certificate").toString());
    }

    /** Presses our button, as somebody who doesn't look where the page has the focus. */
    private void press(BankBrowser browser) {
        browser.worker().evaluate("globalThis.unloaded = 0;"
                + "chrome.tabs.onUpdated.addListener((_, {discarded}) => { if (discarded) unloaded += 1; })");
        String page = browser.driver().getCurrentUrl();
        ((JavascriptExecutor) browser.driver()).executeScript("arguments[0].focus()", browser.launchButton());
        new Typist(browser).press(page, Typist.ENTER);
    }

    /** Presses 証明書発行 in our own tab, once the list is there. @return that tab, which asks for the login id */
    private JsonNode toSignIn(BankBrowser browser) {
        JsonNode own = browser.until(_ -> new Targets(browser).tab(OWN).orElse(null));
        browser.until(_ -> in(browser, own, "document.hasFocus()").asBoolean());
        pressIssue(browser, own);
        agree(browser, own);
        browser.until(_ -> in(browser, own, "document.activeElement?.dataset.field === 'loginId' && document.hasFocus()").asBoolean());
        return own;
    }

    private static void pressIssue(BankBrowser browser, JsonNode own) {
        awaitList(browser, own);
        in(browser, own, "document.querySelector('[data-action=issue]').focus()");
        new Typist(browser).press(OWN + "#", Typist.ENTER);
    }

    /** It is there and takes input. */
    private static void awaitList(BankBrowser browser, JsonNode own) {
        browser.until(_ -> in(browser, own, "document.querySelector('main:not([inert]) [data-action=issue]') !== null").asBoolean());
    }

    /** That other pages are unloaded, if the user is asked. */
    private static void agree(BankBrowser browser, JsonNode own) {
        browser.until(_ -> in(browser, own, "document.querySelector('[data-field=loginId], main:not([inert]) [data-action=continue]') !== null").asBoolean());
        if (in(browser, own, "(() => { const button = document.querySelector('[data-action=continue]'); button?.focus(); return button !== null; })()").asBoolean()) {
            new Typist(browser).press(OWN + "#", Typist.ENTER);
        }
    }

    private static JsonNode in(BankBrowser browser, JsonNode own, String script) {
        return browser.worker().evaluateIn(own, script);
    }

    private static int unloaded(BankBrowser browser) {
        return browser.worker().evaluate("unloaded").asInt();
    }

    private void assertTakes(BankBrowser browser, JsonNode own, String text) {
        in(browser, own, "document.querySelector('[data-field=password]').focus()");
        new Typist(browser).type(OWN, text);
        browser.until(_ -> in(browser, own, "document.querySelector('[data-field=password]').value").asText().equals(text));
    }

    /** Tabs only: a browser without a screen puts no window in front. */
    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '|', textBlock = """
            listens to everything        | 1
            takes the focus all the time | setInterval(() => document.getElementById('field').focus(), 1)
            has a frame that takes it    | document.body.append(Object.assign(document.createElement('iframe'), {src: TAKER}))
            has one in a shadow tree     | document.body.appendChild(document.createElement('p')).attachShadow({mode: 'closed'}).innerHTML = `<iframe src=${TAKER}></iframe>`
            floods the browser           | document.getElementById('field').focus(); FLOOD
            asks whether it may be left  | onbeforeunload = (event) => event.preventDefault()
            goes elsewhere               | location = '/help'
            asks for what never comes    | location = TAKER + '/nothing'
            opens a tab                  | open(TAKER)
            opens a tab, and floods      | open(TAKER); FLOOD
            opens a tab without opener   | open(TAKER, '', 'noopener')
            """)
    @DisplayName("isn't there, whatever it does at the press of our button: it hears nothing, and nothing that it opens is in front of ours")
    void hearsNothing(String name, String attack) {
        try (BankBrowser browser = start()) {
            openWith(browser, "setInterval(() => { if (window.armed && navigator.userActivation.isActive) { armed = false; " + attack + " } }, 1)");
            assertHears(browser);
            browser.launchButton();
            // What the press before lets it do is over.
            browser.until(_ -> run(browser, "return navigator.userActivation.isActive").equals(false));
            run(browser, "window.armed = true");
            press(browser);
            JsonNode own = toSignIn(browser);
            browser.until(_ -> isInFront(browser) && unloaded(browser) > 0);
            heard.clear();
            assertTakes(browser, own, SECRET);
            assertNothingHeard();
        }
    }

    @Test
    @DisplayName("is the only one that goes then; by 証明書発行, after asking, every other goes, and what is in front is there again once it is over")
    void alone() {
        try (BankBrowser browser = start()) {
            browser.open(bank.url().resolve("/help").toString());
            browser.driver().switchTo().newWindow(WindowType.TAB);
            browser.open(elsewhere("/opener?users-own"));
            browser.driver().switchTo().newWindow(WindowType.WINDOW);
            browser.open(elsewhere("/opener?in-front"));
            browser.driver().switchTo().newWindow(WindowType.WINDOW);
            browser.open(elsewhere("/opener"));
            answerWith("");
            openWindow(browser, bank.url().resolve("/certificate").toString());
            press(browser);
            JsonNode own = browser.until(_ -> new Targets(browser).tab(OWN).orElse(null));
            awaitList(browser, own);
            assertThat(alive(browser)).isEqualTo(5);
            pressIssue(browser, own);
            browser.until(_ -> in(browser, own, "document.querySelector('[data-screen=confirm-others]')?.dataset.pages ?? ''").asText().equals("4"));
            agree(browser, own);
            browser.until(_ -> in(browser, own, "document.querySelector('[data-field=loginId]') !== null").asBoolean());
            assertThat(alive(browser)).isOne();
            in(browser, own, "document.querySelector('[data-action=back]').focus()");
            new Typist(browser).press(OWN, Typist.ENTER);
            browser.until(_ -> new Targets(browser).tabs(elsewhere("/opener?in-front")).findFirst()
                    .map(_ -> alive(browser) >= 2).orElse(false));
        }
    }

    @Test
    @DisplayName("can't have a window of its own taken for ours, by an address that the browser doesn't let it load")
    void impostor() {
        try (BankBrowser browser = start()) {
            openWith(browser, "");
            String page = browser.driver().getWindowHandle();
            run(browser, "window.impostor = open('" + OWN + "', 'impostor', 'width=300,height=200')");
            browser.until(d -> d.getWindowHandles().size() == 2);
            browser.until(_ -> browser.worker().evaluate("chrome.tabs.query({}).then((tabs) => tabs.some(({url}) => url === '" + OWN + "'))").asBoolean());
            browser.driver().switchTo().window(page);
            goToPage(browser);
            String before = new Targets(browser).tabs(OWN).findFirst().orElse("none");
            press(browser);
            JsonNode own = browser.until(_ -> new Targets(browser).tab(OWN + "#").orElse(null));
            assertThat(own.path("id").asText()).isNotEqualTo(before);
            pressIssue(browser, own);
            agree(browser, own);
            browser.until(_ -> in(browser, own, "document.querySelector('[data-field=loginId]') !== null").asBoolean());
            assertThat(alive(browser)).isOne();
        }
    }

    /** As the user does, by its tab. */
    private static void goToPage(BankBrowser browser) {
        browser.worker().evaluate("chrome.tabs.query({url: 'https://*.bizsol.anser.ne.jp/*'})"
                + ".then(([tab]) => chrome.tabs.update(tab.id, {active: true})).then(() => true)");
    }

    /** How many tabs aren't unloaded. */
    private static int alive(BankBrowser browser) {
        return browser.worker().evaluate("chrome.tabs.query({discarded: false}).then(({length}) => length)").asInt();
    }

    @Test
    @DisplayName("has left windows behind that do nothing once something is asked for, whatever they do until then: flood, raise themselves, take the focus")
    void survivor() {
        try (BankBrowser browser = start()) {
            openWith(browser, "");
            String page = browser.driver().getWindowHandle();
            openWindow(browser, elsewhere("/taker"));
            run(browser, "setInterval(() => { window.focus(); opener?.focus(); " + FLOOD.replace("1500", "100") + " }, 600);"
                    + "setInterval(() => navigator.credentials?.get({publicKey: {challenge: new Uint8Array(16)}}).catch(() => 0), 900)");
            browser.driver().switchTo().window(page);
            goToPage(browser);
            press(browser);
            JsonNode own = toSignIn(browser);
            heard.clear();
            assertTakes(browser, own, SECRET);
            assertThat(isInFront(browser)).isTrue();
            assertNothingHeard();
        }
    }

    @Test
    @DisplayName("that is in a sandbox leaves nothing of that to ours, which asks and issues as anywhere")
    void sandboxed() {
        try (BankBrowser browser = start()) {
            browser.open(elsewhere("/sandbox"));
            browser.driver().switchTo().frame(0);
            answerWith("");
            openWindow(browser, bank.url().resolve("/certificate").toString());
            Panel panel = browser.openPanel();
            panel.beginIssue();
            panel.signIn(user.loginId(), user.password());
            panel.await("CCHK007");
        }
    }

    @Test
    @DisplayName("can't load our page by itself, nor frame it, nor find out that it is there")
    void outOfReach() {
        try (BankBrowser browser = start()) {
            openWith(browser, "");
            String address = OWN + "#9999-certificates";
            run(browser, "document.body.append(Object.assign(document.createElement('iframe'), {src: '" + address + "'}))");
            assertThat(((JavascriptExecutor) browser.driver()).executeAsyncScript(
                    "fetch(arguments[0]).then(() => 'there', () => 'nothing').then(arguments[1])", OWN)).isEqualTo("nothing");
            run(browser, "setTimeout(() => { location = '" + address + "' })");
            browser.until(d -> d.findElements(By.id("field")).isEmpty());
            assertThat(browser.driver().findElements(By.cssSelector("main"))).isEmpty();
            assertThat(new Targets(browser).frame("chrome-extension://")).isEmpty();
        }
    }

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
    @DisplayName("and pressed again, since the user has gone back to it, leads to the panel that is there already")
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
