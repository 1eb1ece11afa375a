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
import org.openqa.selenium.interactions.Actions;

/**
 * A frame has listeners of its own, which ours in the page can't get before, and the page may have more ways: so once it has the
 * keyboard, the panel has to go where the page has no say.
 */
@DisplayName("A page that takes the keyboard from the panel for something of its own")
class KeyboardTheftIT extends KeyboardThieves {
    private static final String DIALOG = "<dialog style='width:9px;height:9px;border:0;padding:0'><input id=trap></dialog>";

    /** The accomplice is the dialog's input; what it holds while the panel is there is loot. */
    private static final String DIALOG_READY = """
            <script>
            window.trap = %s.querySelector('#trap');
            window.accomplice = {closed: true, focus: () => { trap.parentNode.showModal(); trap.focus(); }};
            setInterval(() => { if (trap.value && document.querySelector('inkan-panel')) loot.push(trap.value); }, 1);
            </script>
            """;

    /** What the page holds in readiness. */
    private String prepared(String place) {
        return switch (place) {
            case "a frame of its own" -> "<iframe srcdoc=\"" + FRAME + "\"></iframe>";
            case "a frame in a shadow tree" -> "<div id=shadow></div>" + shadowOf("document.getElementById('shadow')",
                    "<iframe srcdoc=\"" + FRAME.replace("</", "<\\/") + "\"></iframe>");
            case "a frame of another site" -> "<iframe src='" + elsewhere("/") + "'></iframe>";
            case "a dialog" -> DIALOG + DIALOG_READY.formatted("document");
            case "a dialog in the body's shadow tree" -> shadowOf("document.body", "<slot></slot>" + DIALOG) + DIALOG_READY.formatted("root");
            default -> throw new IllegalArgumentException(place);
        };
    }

    private static String shadowOf(String host, String html) {
        return "<script>window.root = " + host + ".attachShadow({mode: 'closed'}); root.innerHTML = `" + html + "`</script>";
    }

    private Panel beginToType(BankBrowser browser, String frame) {
        bank.answerNext("/certificate", new Fault.Page(Map.of(), HostilePages.BSMS001 + LISTENER + frame));
        browser.open(bank.url().resolve("/certificate").toString());
        browser.until(d -> run(browser, "return typeof loot").equals("object") && run(browser, "return window.accomplice !== undefined").equals(true));
        Panel panel = browser.openPanel();
        panel.beginIssue();
        panel.await("CCHK002");
        panel.type("password", "before");
        panel.leave();
        return panel;
    }

    @ParameterizedTest(name = "{0}: {1}")
    @CsvSource(delimiter = '|', value = {
        "a frame of its own       | setInterval(() => window.focus(), 5)",
        "a frame of its own       | setInterval(() => document.activeElement.blur(), 5)",
    })
    @DisplayName("gets nothing: the panel goes on in a tab of its own, says why, and isn't shown in that page again")
    void movesOut(String place, String theft) {
        try (BankBrowser browser = at("/certificate")) {
            beginToType(browser, prepared(place));
            run(browser, theft);
            assertMoved(browser);
            new Typist(browser).type(browser.driver().getCurrentUrl(), SECRET);
            browser.open(bank.url().resolve("/certificate").toString());
            assertNoLoot(browser);

            browser.launchButton().click();
            browser.until(_ -> run(browser, "return document.visibilityState").equals("hidden"));
            browser.until(d -> d.findElements(By.tagName("inkan-panel")).isEmpty());
            Panel own = browser.panelInOwnTab();
            own.beginIssue();
            own.signIn(user.loginId(), user.password());
            own.await("CCHK007");
        }
    }

    @ParameterizedTest(name = "{0}: {1}")
    @CsvSource(delimiter = '|', value = {
        "a frame of its own                 | accomplice.focus()",
        "a frame of its own                 | setInterval(() => accomplice.focus(), 5)",
        "a frame of its own                 | accomplice.postMessage('', '*')",
        "a frame of its own                 | document.activeElement.blur(); setTimeout(() => accomplice.focus(), 300)",
        "a frame of another site            | accomplice.focus()",
        "a frame of another site            | setInterval(() => accomplice.focus(), 5)",
        "a frame of another site            | accomplice.postMessage('', '*')",
        "a frame in a shadow tree           | accomplice.focus()",
        "a dialog                           | accomplice.focus()",
        "a dialog                           | document.activeElement.blur(); setTimeout(() => accomplice.focus(), 300)",
        "a dialog in the body's shadow tree | accomplice.focus()",
    })
    @DisplayName("can't give it to a frame, or to what is behind the curtain: all goes on into the panel")
    void curtain(String place, String theft) {
        try (BankBrowser browser = at("/certificate")) {
            Panel panel = beginToType(browser, prepared(place));
            run(browser, theft + "; setTimeout(() => { window.tried = true; }, 400)");
            browser.until(_ -> Boolean.TRUE.equals(run(browser, "return window.tried")));
            new Typist(browser).type(bank.url().toString(), SECRET);
            browser.panel();
            browser.until(_ -> panel.field("password").getDomProperty("value").equals("before" + SECRET));
            panel.leave();
            assertNoLoot(browser);
        }
    }

    @Test
    @DisplayName("is told from a user who looks elsewhere: another tab, another window, a click beside the panel leave it as it was")
    void looksElsewhere() {
        try (BankBrowser browser = at("/certificate")) {
            Panel panel = beginToType(browser, prepared("a frame of its own"));
            String page = browser.driver().getWindowHandle();
            browser.panel();
            panel.lookUp();
            panel.leave();
            for (WindowType elsewhere : WindowType.values()) {
                browser.driver().switchTo().newWindow(elsewhere);
                browser.open("about:blank");
                browser.driver().close();
                browser.driver().switchTo().window(page);
            }
            new Actions(browser.driver()).moveToLocation(20, 300).click().perform();
            browser.panel();
            panel.field("password").sendKeys("-after");
            browser.until(_ -> panel.field("password").getDomProperty("value").equals("before-after"));
            assertThat(browser.driver().getWindowHandles()).containsExactly(page);
        }
    }
}
