package jp.inkan.e2e.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.openqa.selenium.JavascriptExecutor;

/** Pages of the bank's into which somebody has put a script that listens, and another site that helps it. */
abstract class OtherSites extends AtTheBank {
    static final String SECRET = "kagi-No-4711";

    /** By path: what takes the keyboard by itself, over and over; what opens windows; the same in a sandbox, and so are they. */
    private static final Map<String, String> PAGES = Map.of(
            "/taker", """
                    <input id=trap>
                    <script>
                    for (const type of ['keydown', 'input'])
                      addEventListener(type, ({key, data}) => (opener ?? parent).postMessage(key ?? data, '*'), {capture: true});
                    setInterval(() => { window.focus(); document.getElementById('trap').focus(); }, 5);
                    </script>""",
            "/opener", "<h1>opener</h1>",
            "/sandbox", "<iframe sandbox='allow-scripts allow-same-origin allow-popups allow-forms' src='/opener'></iframe>");

    /** Keeps what it hears where it can be read later: the page itself may be gone. */
    static final String LISTENER = """
            <input id=field>
            <script>
            localStorage.clear();
            const hear = (word) => localStorage.setItem('loot', (localStorage.getItem('loot') ?? '') + ' ' + word);
            addEventListener('message', ({data}) => hear(data));
            for (const type of ['keydown', 'keypress', 'keyup', 'beforeinput', 'input'])
              for (const target of [window, document])
                target.addEventListener(type, ({key, data}) => hear(key ?? data), {capture: true});
            </script>
            """;

    private HttpServer elsewhere;

    @BeforeEach
    void openOtherSite() throws IOException {
        elsewhere = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        PAGES.forEach((path, html) -> elsewhere.createContext(path, exchange -> {
            byte[] page = html.getBytes(StandardCharsets.UTF_8);
            exchange.getResponseHeaders().set("Content-Type", "text/html; charset=utf-8");
            exchange.sendResponseHeaders(200, page.length);
            exchange.getResponseBody().write(page);
            exchange.close();
        }));
        elsewhere.start();
    }

    @AfterEach
    void closeOtherSite() {
        elsewhere.stop(0);
    }

    /** An address of another site. @param path /taker, /opener or /sandbox */
    String elsewhere(String path) {
        return "http://127.0.0.1:" + elsewhere.getAddress().getPort() + path;
    }

    static Object run(BankBrowser browser, String script) {
        return ((JavascriptExecutor) browser.driver()).executeScript(script);
    }

    /** Opens a window from the page that the driver looks at, and looks there. */
    static void openWindow(BankBrowser browser, String url) {
        run(browser, "window.opened = open('" + url + "')");
        browser.until(d -> d.getWindowHandles().stream().anyMatch(handle -> d.switchTo().window(handle).getCurrentUrl().equals(url)));
    }

    static boolean isInFront(BankBrowser browser) {
        return browser.worker().evaluate("chrome.tabs.query({active: true, url: chrome.runtime.getURL('*')}).then((tabs) => tabs.length === 1)")
                .asBoolean();
    }

    /** Nothing: in a page of the bank's, whichever. */
    void assertNoLoot(BankBrowser browser) {
        browser.open(bank.url().resolve("/help").toString());
        assertThat(run(browser, "return localStorage.getItem('loot')")).isNull();
    }
}
