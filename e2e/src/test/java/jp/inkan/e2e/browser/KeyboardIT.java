package jp.inkan.e2e.browser;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.time.Duration;
import jp.inkan.e2e.Held;
import jp.inkan.e2e.bank.state.Plan;
import jp.inkan.e2e.bank.state.Step;
import jp.inkan.e2e.bank.state.User;
import jp.inkan.e2e.bank.token.Token;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.openqa.selenium.By;
import org.openqa.selenium.JavascriptExecutor;
import org.openqa.selenium.Keys;
import org.openqa.selenium.interactions.Actions;

/** Keys go to whatever has the focus, as they do for a user: nothing is ever clicked, and nothing focused by a script. */
@DisplayName("With the keyboard alone")
class KeyboardIT extends AtTheBank {
    /** More than there are stops on any page. */
    private static final int STOPS = 30;

    private static void press(BankBrowser browser, CharSequence... keys) {
        new Actions(browser.driver()).sendKeys(keys).perform();
    }

    private static void pressWith(BankBrowser browser, Keys held, CharSequence key) {
        new Actions(browser.driver()).keyDown(held).sendKeys(key).keyUp(held).perform();
    }

    /** The name of the action or the field that has the focus in the panel, or the tag's name. */
    private static String focused(BankBrowser browser) {
        return (String) ((JavascriptExecutor) browser.driver()).executeScript("""
            const { dataset, localName } = document.activeElement;
            return dataset.action ?? dataset.field ?? localName;
            """);
    }

    /** The screen is there, takes input, and the focus is where it ought to be. */
    private static void assertFocus(BankBrowser browser, Panel panel, String screen, String where) {
        panel.await(screen);
        browser.until(d -> d.findElements(By.cssSelector("[inert]")).isEmpty());
        browser.until(_ -> focused(browser).equals(where));
    }

    private static void tabTo(BankBrowser browser, String where) {
        for (int i = 0; i < STOPS && !focused(browser).equals(where); i++) {
            press(browser, Keys.TAB);
        }
        assertThat(focused(browser)).isEqualTo(where);
    }

    private static void tabAndPress(BankBrowser browser, String where) {
        tabTo(browser, where);
        press(browser, Keys.ENTER);
    }

    /** What of the bank's page, or of ours in it, has the focus. */
    private static String focusedInPage(BankBrowser browser) {
        return browser.driver().switchTo().activeElement().getTagName();
    }

    private static Panel openPanel(BankBrowser browser) {
        browser.launchButton();
        for (int i = 0; i < STOPS && !focusedInPage(browser).equals("inkan-launch"); i++) {
            press(browser, Keys.TAB);
        }
        assertThat(focusedInPage(browser)).isEqualTo("inkan-launch");
        return pressInPage(browser);
    }

    /** A driver may wait for ever for a page that goes away by the key. */
    private static Panel pressInPage(BankBrowser browser) {
        new Typist(browser).press(browser.driver().getCurrentUrl(), Typist.ENTER);
        return browser.panel();
    }

    @Test
    @DisplayName("CCHK001, CCHK002, CCHK006, CCHK003, CCHK007: the focus is at the first thing to do, and the end leads back to the bank's page")
    void issues() throws IOException {
        User careful = bank.addUser(Plan.asking(Step.QUESTION, Step.ONE_TIME_PASSWORD).withQuestion("出身校は？", "練馬"));
        try (BankBrowser browser = at("/certificate")) {
            Panel panel = openPanel(browser);
            assertFocus(browser, panel, "CCHK001", "h1");
            tabAndPress(browser, "issue");
            assertFocus(browser, panel, "CCHK002", "loginId");
            press(browser, careful.loginId(), Keys.TAB, "wrong", Keys.ENTER);
            panel.awaitProblem("credentials");
            // The login ID is still there.
            assertFocus(browser, panel, "CCHK002", "password");
            press(browser, careful.password(), Keys.ENTER);
            assertFocus(browser, panel, "CCHK006", "answer");
            press(browser, "練馬", Keys.ENTER);
            assertFocus(browser, panel, "CCHK003", "oneTimePassword");
            press(browser, "12", Keys.ENTER);
            assertThat(browser.driver().findElement(By.cssSelector(".hint.wrong")).getText()).isNotBlank();
            assertFocus(browser, panel, "CCHK003", "oneTimePassword");
            pressWith(browser, Keys.CONTROL, "a");
            press(browser, Token.of(careful).oneTimePassword(bank.now()), Keys.ENTER);
            assertFocus(browser, panel, "CCHK007", "h1");
            tabAndPress(browser, "close-browser");
            assertFocus(browser, panel, "confirm-close", "h1");
            tabAndPress(browser, "back");
            assertFocus(browser, panel, "CCHK007", "h1");
            tabTo(browser, "close");
            browser.closePanel(_ -> press(browser, Keys.ENTER));
            browser.launchButton();
            assertThat(bank.issuedFor(careful.loginId())).isEqualTo(1);
        }
    }

    @Test
    @DisplayName("CCHK001: rows are chosen with the arrows; confirm-issue and confirm-remove lead back to the list")
    void renews() throws IOException {
        hold(Duration.ofDays(350));
        User colleague = bank.addUser();
        Held second = hold(Held.RENEWABLE, colleague);
        try (BankBrowser browser = at("/certificate")) {
            Panel panel = openPanel(browser);
            assertFocus(browser, panel, "CCHK001", "h1");
            tabAndPress(browser, "issue");
            assertFocus(browser, panel, "confirm-issue", "h1");
            tabAndPress(browser, "back");
            assertFocus(browser, panel, "CCHK001", "h1");
            tabTo(browser, "input");
            press(browser, Keys.SPACE, Keys.ARROW_DOWN);
            assertThat(browser.driver().findElement(By.cssSelector("input:checked")).getAttribute("value")).isEqualTo(second.id());
            tabAndPress(browser, "renew");
            assertFocus(browser, panel, "CCHK002", "password");
            press(browser, colleague.password(), Keys.ENTER);
            assertFocus(browser, panel, "CCHK007", "h1");
            tabAndPress(browser, "remove");
            assertFocus(browser, panel, "confirm-remove", "h1");
            tabAndPress(browser, "confirm-remove");
            assertFocus(browser, panel, "CCHK001", "h1");
            assertThat(browser.driver().findElement(By.cssSelector("[data-removed]")).getText()).isNotBlank();
        }
    }

    @Test
    @DisplayName("BLGI001: from the bar to the list and back to the bank's page")
    void fromTheBar() {
        hold(Held.RENEWABLE);
        try (BankBrowser browser = at("/login")) {
            browser.notice("expiry");
            for (int i = 0; i < STOPS && !focusedInPage(browser).equals("inkan-notice"); i++) {
                press(browser, Keys.TAB);
            }
            Panel panel = pressInPage(browser);
            assertFocus(browser, panel, "CCHK001", "h1");
            tabTo(browser, "close");
            browser.closePanel(_ -> press(browser, Keys.ENTER));
            browser.notice("expiry");
        }
    }

    @Test
    @DisplayName("Escape loses nothing that was typed")
    void escape() {
        try (BankBrowser browser = at("/certificate")) {
            Panel panel = openPanel(browser);
            panel.beginIssue();
            panel.type("loginId", user.loginId());
            press(browser, Keys.ESCAPE);
            press(browser, Keys.TAB, user.password(), Keys.ENTER);
            panel.await("CCHK007");
        }
    }

    @Test
    @DisplayName("the bank's own button, where it is ours, leads to the list as ours does")
    void banksButton() {
        try (BankBrowser browser = at("/certificate")) {
            browser.until(_ -> browser.launchButton().getAttribute("data-takes-over").equals("true"));
            String label = "証明書発行アプリの起動";
            for (int i = 0; i < STOPS && !browser.driver().switchTo().activeElement().getText().equals(label); i++) {
                press(browser, Keys.TAB);
            }
            assertFocus(browser, pressInPage(browser), "CCHK001", "h1");
        }
    }
}
