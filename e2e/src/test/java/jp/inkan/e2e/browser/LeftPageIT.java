package jp.inkan.e2e.browser;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.openqa.selenium.By;
import org.openqa.selenium.JavascriptExecutor;

/** While our own page is used the bank's isn't there: ours opens in a tab beside it, and the bank's is unloaded. */
@DisplayName("A page of the bank's in which our button was pressed")
class LeftPageIT extends OtherSites {
    private static final String OWN = BankBrowser.PANEL;

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
            OwnPage own = OwnPage.await(browser);
            own.toSignIn();
            browser.until(_ -> isInFront(browser) && unloaded(browser) > 0);
            heard.clear();
            own.typePassword(SECRET);
            assertNothingHeard();
        }
    }

    private static int unloaded(BankBrowser browser) {
        return browser.worker().evaluate("unloaded").asInt();
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
            OwnPage own = OwnPage.await(browser);
            assertThat(own.id()).isNotEqualTo(before);
            own.pressIssue();
            own.agree();
            own.awaitSignIn();
            assertThat(alive(browser)).isOne();
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
    @DisplayName("can lure the user into a double click: the second one, into our list as it comes, presses nothing there")
    void doubleClick() {
        try (BankBrowser browser = start()) {
            openWith(browser, "");
            press(browser);
            OwnPage own = OwnPage.await(browser);
            own.until("document.querySelector('main[inert] [data-action=issue]') !== null");
            own.evaluate("addEventListener('click', ({target}) => { globalThis.clicked ??= target.matches('[data-action=issue]'); }, {capture: true})");
            own.click("issue");
            own.until("globalThis.clicked !== undefined");
            assertThat(own.evaluate("clicked").asBoolean()).isFalse();
            own.awaitList();
            own.click("issue");
            own.awaitSignIn();
        }
    }
}
