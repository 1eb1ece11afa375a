package jp.inkan.e2e.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.openqa.selenium.By;
import org.openqa.selenium.JavascriptExecutor;

/** Pages of the bank's into which somebody has put a script that listens, and another site that helps it. */
abstract class KeyboardThieves extends AtTheBank {
    static final String SECRET = "kagi-No-4711";

    /** Tells the page it is in what it hears; told so, it takes the keyboard by itself. */
    static final String FRAME = """
            <input id=trap>
            <script>
            addEventListener('keydown', (event) => parent.postMessage(event.key, '*'));
            parent.postMessage('here', '*');
            addEventListener('message', () => setInterval(() => document.getElementById('trap').focus(), 5));
            </script>
            """;

    /** Does what it is told by a window that it has opened. */
    static final String OPENER = "<script>addEventListener('message', ({data}) => eval(data))</script>";

    /** What is opened from such a frame is in its sandbox, too: the browser asks nothing there. */
    static final String SANDBOX = "<iframe sandbox='allow-scripts allow-same-origin allow-popups allow-forms' src='/opener'></iframe>";

    static final String LISTENER = """
            <script>
            // The page itself may be unloaded.
            localStorage.clear();
            window.loot = {push: (word) => localStorage.setItem('loot', (localStorage.getItem('loot') ?? '') + ' ' + word)};
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
            String html = switch (exchange.getRequestURI().getPath()) {
                case "/opener" -> OPENER;
                case "/sandbox" -> SANDBOX;
                default -> FRAME;
            };
            byte[] page = html.getBytes(StandardCharsets.UTF_8);
            exchange.getResponseHeaders().set("Content-Type", "text/html; charset=utf-8");
            exchange.sendResponseHeaders(200, page.length);
            exchange.getResponseBody().write(page);
            exchange.close();
        });
        elsewhere.start();
    }

    /** An address of another site. */
    String elsewhere(String path) {
        return "http://127.0.0.1:" + elsewhere.getAddress().getPort() + path;
    }

    @AfterEach
    void closeOtherSite() {
        elsewhere.stop(0);
    }

    static Object run(BankBrowser browser, String script) {
        return ((JavascriptExecutor) browser.driver()).executeScript(script);
    }

    static Panel assertMoved(BankBrowser browser) {
        Panel own = browser.panelInOwnTab();
        own.await("CCHK001");
        assertThat(browser.text(By.cssSelector("[data-keyboard-taken]"))).contains("キーボード");
        return own;
    }

    /** Nothing: in a page of the bank's, whichever. */
    static void assertNoLoot(BankBrowser browser) {
        assertThat(run(browser, "return localStorage.getItem('loot')")).isNull();
    }
}
