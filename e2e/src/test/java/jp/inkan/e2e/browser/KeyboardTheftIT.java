package jp.inkan.e2e.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import jp.inkan.e2e.bank.fault.Fault;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.openqa.selenium.By;
import org.openqa.selenium.JavascriptExecutor;
import org.openqa.selenium.WindowType;
import org.openqa.selenium.interactions.Actions;

/**
 * A frame has listeners of its own, which ours in the page can't get before, and the page may have more ways: so once it has the
 * keyboard, the panel has to go where the page has no say.
 */
@DisplayName("A page that takes the keyboard from the panel for something of its own")
class KeyboardTheftIT extends AtTheBank {
    private static final String SECRET = "kagi-No-4711";

    /** Tells the page it is in what it hears; told so, it takes the keyboard by itself. */
    private static final String FRAME = """
            <input id=trap>
            <script>
            addEventListener('keydown', (event) => parent.postMessage(event.key, '*'));
            parent.postMessage('here', '*');
            addEventListener('message', () => setInterval(() => document.getElementById('trap').focus(), 5));
            </script>
            """;

    /** Does what it is told by a window that it has opened. */
    private static final String OPENER = "<script>addEventListener('message', ({data}) => eval(data))</script>";

    private static final String DIALOG = "<dialog style='width:9px;height:9px;border:0;padding:0'><input id=trap></dialog>";

    /** The accomplice is the dialog's input; what it holds while the panel is there is loot. */
    private static final String DIALOG_READY = """
            <script>
            window.trap = %s.querySelector('#trap');
            window.accomplice = {closed: true, focus: () => { trap.parentNode.showModal(); trap.focus(); }};
            window.cleanUp = () => trap.parentNode.close();
            setInterval(() => { if (trap.value && document.querySelector('inkan-panel')) loot.push(trap.value); }, 1);
            </script>
            """;

    /** A dialog in the document's own place is around the panel: shown anew, it lets the panel's element be made an input. */
    private static final String AROUND_THE_PANEL = """
            <script>
            addEventListener('DOMContentLoaded', () => {
              const dialog = document.createElement('dialog');
              dialog.style.cssText = 'all: initial; display: block; width: 100%; height: 100%';
              const html = document.documentElement;
              html.replaceWith(dialog);
              dialog.append(...html.childNodes);
              dialog.show();
              window.cleanUp = () => {
                dialog.close();
                dialog.show();
              };
              window.accomplice = {closed: true, focus: () => {
                const panel = document.querySelector('inkan-panel');
                panel.tabIndex = 0;
                panel.editContext = new EditContext();
                panel.editContext.addEventListener('textupdate', ({text}) => loot.push(text));
                dialog.close();
                dialog.showModal();
                panel.focus();
              }};
            });
            </script>
            """;

    private static final String LISTENER = """
            <script>
            window.loot = [];
            addEventListener('message', ({data, source}) => {
              if (data === 'here') window.accomplice = source;
              else loot.push(data);
            });
            // What is typed once another tab is in front, only the driver types into this one.
            addEventListener('keydown', ({key}) => document.visibilityState === 'visible' && loot.push(key), {capture: true});
            </script>
            """;

    private HttpServer elsewhere;

    @BeforeEach
    void openOtherSite() throws IOException {
        elsewhere = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        elsewhere.createContext("/", exchange -> {
            String html = exchange.getRequestURI().getPath().equals("/opener") ? OPENER : FRAME;
            byte[] page = html.getBytes(StandardCharsets.UTF_8);
            exchange.getResponseHeaders().set("Content-Type", "text/html; charset=utf-8");
            exchange.sendResponseHeaders(200, page.length);
            exchange.getResponseBody().write(page);
            exchange.close();
        });
        elsewhere.start();
    }

    @AfterEach
    void closeOtherSite() {
        elsewhere.stop(0);
    }

    /** What the page holds in readiness. */
    private String prepared(String place) {
        return switch (place) {
            case "a frame of its own" -> "<iframe srcdoc=\"" + FRAME + "\"></iframe>";
            case "a frame in a shadow tree" -> "<div id=shadow></div>" + shadowOf("document.getElementById('shadow')",
                    "<iframe srcdoc=\"" + FRAME.replace("</", "<\\/") + "\"></iframe>");
            case "a frame of another site" -> "<iframe src='http://127.0.0.1:" + elsewhere.getAddress().getPort() + "/'></iframe>";
            case "a dialog" -> DIALOG + DIALOG_READY.formatted("document");
            case "a dialog in the body's shadow tree" -> shadowOf("document.body", "<slot></slot>" + DIALOG) + DIALOG_READY.formatted("root");
            case "a dialog around the panel" -> AROUND_THE_PANEL;
            default -> throw new IllegalArgumentException(place);
        };
    }

    private static String shadowOf(String host, String html) {
        return "<script>window.root = " + host + ".attachShadow({mode: 'closed'}); root.innerHTML = `" + html + "`</script>";
    }

    private Panel beginToType(BankBrowser browser, String frame) {
        bank.answerNext("/certificate", new Fault.Page(Map.of(), HostilePages.BSMS001 + LISTENER + frame));
        browser.open(bank.url().resolve("/certificate").toString());
        browser.until(d -> run(browser, "return loot").equals(List.of()) && run(browser, "return window.accomplice !== undefined").equals(true));
        Panel panel = browser.openPanel();
        panel.beginIssue();
        panel.await("CCHK002");
        panel.type("password", "before");
        panel.leave();
        return panel;
    }

    private static Object run(BankBrowser browser, String script) {
        return ((JavascriptExecutor) browser.driver()).executeScript(script);
    }

    @ParameterizedTest(name = "{0}: {1}")
    @CsvSource(delimiter = '|', value = {
        "a frame of its own       | accomplice.focus()",
        "a frame of its own       | setInterval(() => accomplice.focus(), 5)",
        "a frame of its own       | accomplice.postMessage('', '*')",
        "a frame of its own       | setInterval(() => window.focus(), 5)",
        "a frame of its own       | document.activeElement.blur(); setTimeout(() => accomplice.focus(), 300)",
        "a frame of another site  | accomplice.focus()",
        "a frame of another site  | setInterval(() => accomplice.focus(), 5)",
        "a frame of another site  | accomplice.postMessage('', '*')",
        "a frame in a shadow tree | accomplice.focus()",
        "a dialog                 | accomplice.focus()",
        "a dialog                 | document.activeElement.blur(); setTimeout(() => accomplice.focus(), 300)",
        "a dialog in the body's shadow tree | accomplice.focus()",
        "a dialog around the panel | accomplice.focus()",
    })
    @DisplayName("gets nothing: its frames go, the panel goes on in a tab of its own, says why, and isn't shown in that page again")
    void movesOut(String place, String theft) {
        try (BankBrowser browser = at("/certificate")) {
            beginToType(browser, prepared(place));
            String page = browser.driver().getWindowHandle();
            run(browser, theft);
            if (place.contains("dialog")) {
                // All that a frame hears within the moment until it is gone no test can foretell; of a dialog it is nothing.
                new Typist(browser).type(bank.url().toString(), SECRET);
            }
            Panel own = browser.panelInOwnTab();
            own.await("CCHK001");
            assertThat(browser.text(By.cssSelector("[data-keyboard-taken]"))).contains("キーボード");
            new Typist(browser).type(browser.driver().getCurrentUrl(), SECRET);
            browser.driver().switchTo().window(page);
            browser.until(d -> d.findElements(By.tagName("inkan-panel")).isEmpty());
            assertThat(run(browser, "return loot")).isEqualTo(List.of());
            assertThat(run(browser, "return accomplice.closed")).isEqualTo(true);
            run(browser, "window.cleanUp?.()");

            browser.launchButton().click();
            browser.until(_ -> run(browser, "return document.visibilityState").equals("hidden"));
            browser.until(d -> d.findElements(By.tagName("inkan-panel")).isEmpty());
            own = browser.panelInOwnTab();
            own.beginIssue();
            own.signIn(user.loginId(), user.password());
            own.await("CCHK007");
        }
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '|', value = {
        "taken out of the page        | document.querySelector('inkan-panel').remove()",
        "taken out for a field        | document.querySelector('inkan-panel').remove(); document.getElementById('field').focus()",
        "taken out and put back       | const panel = document.querySelector('inkan-panel'); panel.remove(); document.body.append(panel)",
        "taken out by a page that lets nobody else do anything | document.querySelector('inkan-panel').remove(); const end = Date.now() + 2000; while (Date.now() < end);",
        "left behind with its window  | opener.postMessage('opened.close()', '*')",
    })
    @DisplayName("gets nothing by throwing the panel out: it goes on in a tab of its own")
    void thrownOut(String name, String theft) {
        try (BankBrowser browser = start()) {
            beginToTypeInWindow(browser);
            String page = browser.driver().getWindowHandle();
            run(browser, "setTimeout(() => {" + theft + "})");
            if (!theft.contains("opener")) {
                new Typist(browser).type(bank.url().toString(), SECRET);
            }
            Panel own = browser.panelInOwnTab();
            own.await("CCHK001");
            assertThat(browser.text(By.cssSelector("[data-keyboard-taken]"))).contains("キーボード");
            if (browser.driver().getWindowHandles().contains(page)) {
                browser.driver().switchTo().window(page);
                assertThat(run(browser, "return loot")).isEqualTo(List.of());
                assertThat(run(browser, "return document.querySelectorAll('inkan-panel').length")).isEqualTo(0L);
            }
        }
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '|', value = {
        "a tab           | open('about:blank')",
        "a window        | open('about:blank', '', 'popup')",
        "an earlier tab  | earlier.focus()",
    })
    @DisplayName("gets nothing by another one that it puts in front of somebody who types")
    void overtaken(String name, String theft) {
        try (BankBrowser browser = start()) {
            beginToTypeInWindow(browser);
            String page = browser.driver().getWindowHandle();
            run(browser, "window.earlier = open('about:blank')");
            browser.driver().switchTo().window(page);
            browser.worker().evaluate("chrome.tabs.query({url: 'https://*.bizsol.anser.ne.jp/certificate'})"
                    + ".then(([tab]) => chrome.tabs.update(tab.id, {active: true})).then(() => true)");
            browser.until(_ -> run(browser, "return document.visibilityState").equals("visible"));
            browser.panel().field("password").sendKeys("x");
            browser.driver().switchTo().defaultContent();
            run(browser, theft);
            browser.panelInOwnTab().await("CCHK001");
            assertThat(browser.text(By.cssSelector("[data-keyboard-taken]"))).contains("キーボード");
        }
    }

    /** Stays: who is asked chooses not to leave. */
    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '|', value = {
        "the page                      | location = '/help'",
        "the site that has opened it   | opener.postMessage(\"opened.location = '/'\", '*')",
    })
    @DisplayName("leads nobody elsewhere while a password is typed: the browser asks first")
    void asked(String name, String theft) {
        try (BankBrowser browser = BankBrowser.startStaying(profile, "ja")) {
            beginToTypeInWindow(browser);
            run(browser, "setTimeout(() => {" + theft + "; window.tried = true})");
            browser.until(_ -> Boolean.TRUE.equals(run(browser, "return window.tried")));
            Panel panel = browser.panel();
            panel.field("password").sendKeys("-after");
            browser.until(_ -> panel.field("password").getDomProperty("value").equals("before-after"));
            assertThat(browser.driver().getWindowHandles()).hasSize(2);
        }
    }

    /** In a window that another site has opened. */
    private void beginToTypeInWindow(BankBrowser browser) {
        bank.answerNext("/certificate", new Fault.Page(Map.of(), HostilePages.BSMS001 + LISTENER + "<input id=field>"));
        browser.open("http://127.0.0.1:" + elsewhere.getAddress().getPort() + "/opener");
        run(browser, "window.opened = open('" + bank.url().resolve("/certificate") + "')");
        browser.until(d -> d.getWindowHandles().stream().anyMatch(handle ->
                d.switchTo().window(handle).getCurrentUrl().endsWith("/certificate")));
        Panel panel = browser.openPanel();
        panel.beginIssue();
        panel.await("CCHK002");
        panel.type("password", "before");
        panel.leave();
    }

    @Test
    @DisplayName("is told from a user who looks elsewhere: another tab, another window, a click beside the panel leave it as it was")
    void looksElsewhere() {
        try (BankBrowser browser = at("/certificate")) {
            Panel panel = beginToType(browser, prepared("a frame of its own"));
            String page = browser.driver().getWindowHandle();
            // As on the way to another tab.
            browser.panel();
            new Actions(browser.driver()).moveToElement(panel.field("password")).perform();
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
