package jp.inkan.e2e.browser;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.openqa.selenium.WindowType;

/** Of the bank's or of anybody's. What runs can put a window over ours, or keep the browser busy, under somebody's typing. */
@DisplayName("While something is asked for, another page")
class AloneIT extends OtherSites {
    @Test
    @DisplayName("is unloaded, after the user has agreed: every one but ours; what is in front is there again once it is over")
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
            OwnPage own = OwnPage.await(browser);
            own.awaitList();
            assertThat(alive(browser)).isEqualTo(5);
            own.pressIssue();
            own.awaitOthers(4);
            own.agree();
            own.awaitSignIn();
            assertThat(alive(browser)).isOne();
            own.press("back");
            browser.until(_ -> new Targets(browser).tabs(elsewhere("/opener?in-front")).findFirst()
                    .map(_ -> alive(browser) >= 2).orElse(false));
        }
    }

    @Test
    @DisplayName("does nothing, whatever it does until then: flood the browser, raise itself and who has opened it, take the focus")
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
            OwnPage own = OwnPage.await(browser);
            own.toSignIn();
            heard.clear();
            own.typePassword(SECRET);
            assertThat(isInFront(browser)).isTrue();
            assertNothingHeard();
        }
    }

    @Test
    @DisplayName("that the browser loads again by itself is asked about at once; it hears nothing, and what was typed is still there afterwards")
    void revived() {
        try (BankBrowser browser = start()) {
            OwnPage own = typesBesideTaker(browser);
            loadOtherSites(browser);
            own.awaitOthers(1);
            new Typist(browser).type(BankBrowser.PANEL, SECRET);
            own.agree();
            own.awaitPassword(SECRET);
            assertThat(alive(browser)).isOne();
            assertThat(isInFront(browser)).isTrue();
            assertNothingHeard();
        }
    }

    @Test
    @DisplayName("that is brought in front by what is no page, as an installed app's by its worker, is put behind ours and unloaded again; it hears nothing")
    void raised() {
        try (BankBrowser browser = start()) {
            OwnPage own = typesBesideTaker(browser);
            own.keepsTyping();
            browser.worker().evaluate("chrome.tabs.query({discarded: true}).then((tabs) => "
                    + "chrome.tabs.update(tabs.find(({url}) => url === undefined).id, {active: true})).then(() => true)");
            own.until("document.querySelector('[data-screen=confirm-others]') !== null");
            browser.until(_ -> isInFront(browser) && alive(browser) == 1);
            own.agree();
            own.awaitPassword(SECRET);
            assertNothingHeard();
        }
    }

    /** The password is in our form; the page that would take the keyboard is unloaded. */
    private OwnPage typesBesideTaker(BankBrowser browser) {
        browser.open(elsewhere("/taker"));
        answerWith("");
        openWindow(browser, bank.url().resolve("/certificate").toString());
        press(browser);
        OwnPage own = OwnPage.await(browser);
        own.toSignIn();
        own.typePassword(SECRET);
        heard.clear();
        return own;
    }

    /** As where their window comes into sight. The extension doesn't see their addresses. */
    private static void loadOtherSites(BankBrowser browser) {
        browser.worker().evaluate("chrome.tabs.query({discarded: true}).then((tabs) => "
                + "Promise.all(tabs.filter(({url}) => url === undefined).map(({id}) => chrome.tabs.reload(id)))).then(() => true)");
    }
}
