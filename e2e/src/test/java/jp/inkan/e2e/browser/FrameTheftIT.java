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
 * A frame has listeners of its own, which ours in the page can't get before: so once it has the keyboard, the panel has to go
 * where the page has no say.
 */
@DisplayName("A page that gives the keyboard to a frame of its own, or takes it")
class FrameTheftIT extends AtTheBank {
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

    private static final String LISTENER = """
            <script>
            window.loot = [];
            addEventListener('message', ({data, source}) => {
              if (data === 'here') window.accomplice = source;
              else loot.push(data);
            });
            addEventListener('keydown', ({key}) => loot.push(key), {capture: true});
            </script>
            """;

    private HttpServer elsewhere;

    @BeforeEach
    void openOtherSite() throws IOException {
        elsewhere = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        elsewhere.createContext("/", exchange -> {
            byte[] page = FRAME.getBytes(StandardCharsets.UTF_8);
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

    private String frame(String where) {
        return switch (where) {
            case "of the page's own" -> "<iframe srcdoc=\"" + FRAME + "\"></iframe>";
            case "in a shadow tree" -> "<div id=shadow></div><script>document.getElementById('shadow').attachShadow({mode: 'closed'})"
                    + ".innerHTML = `<iframe srcdoc=\"" + FRAME.replace("</", "<\\/") + "\"></iframe>`</script>";
            case "of another site" -> "<iframe src='http://127.0.0.1:" + elsewhere.getAddress().getPort() + "/'></iframe>";
            default -> throw new IllegalArgumentException(where);
        };
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
        "of the page's own | accomplice.focus()",
        "of the page's own | setInterval(() => accomplice.focus(), 5)",
        "of the page's own | accomplice.postMessage('', '*')",
        "of the page's own | setInterval(() => window.focus(), 5)",
        "of another site   | accomplice.focus()",
        "of another site   | setInterval(() => accomplice.focus(), 5)",
        "of another site   | accomplice.postMessage('', '*')",
        "in a shadow tree  | accomplice.focus()",
    })
    @DisplayName("gets nothing: its frames go, the panel goes on in a tab of its own, says why, and isn't shown in that page again")
    void movesOut(String where, String theft) {
        try (BankBrowser browser = at("/certificate")) {
            beginToType(browser, frame(where));
            String page = browser.driver().getWindowHandle();
            run(browser, theft);
            Panel own = browser.panelInOwnTab();
            own.await("CCHK001");
            assertThat(browser.text(By.cssSelector("[data-keyboard-taken]"))).contains("キーボード");
            new Typist(browser).type(browser.driver().getCurrentUrl(), SECRET);
            browser.driver().switchTo().window(page);
            browser.until(d -> d.findElements(By.tagName("inkan-panel")).isEmpty());
            assertThat(run(browser, "return loot")).isEqualTo(List.of());
            assertThat(run(browser, "return accomplice.closed")).isEqualTo(true);

            browser.launchButton().click();
            browser.until(_ -> run(browser, "return document.visibilityState").equals("hidden"));
            browser.until(d -> d.findElements(By.tagName("inkan-panel")).isEmpty());
            own = browser.panelInOwnTab();
            own.beginIssue();
            own.signIn(user.loginId(), user.password());
            own.await("CCHK007");
        }
    }

    @Test
    @DisplayName("is told from a user who looks elsewhere: another tab, another window, a click beside the panel leave it as it was")
    void looksElsewhere() {
        try (BankBrowser browser = at("/certificate")) {
            Panel panel = beginToType(browser, frame("of the page's own"));
            String page = browser.driver().getWindowHandle();
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
