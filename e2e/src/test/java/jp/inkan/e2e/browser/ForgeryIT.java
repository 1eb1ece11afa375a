package jp.inkan.e2e.browser;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import jp.inkan.e2e.Held;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.openqa.selenium.By;
import org.openqa.selenium.SearchContext;
import org.openqa.selenium.interactions.Actions;

/** Events, messages and elements that the page makes up, and what it has changed about the platform before our script came. */
@DisplayName("A page that pretends")
class ForgeryIT extends HostilePages {
    /** Everything a press consists of, on an element and on all that are around it. */
    private static final String PRESS = """
            for (const type of ['pointerdown', 'mousedown', 'pointerup', 'mouseup', 'click', 'dblclick'])
              arguments[0].dispatchEvent(new MouseEvent(type, {bubbles: true, cancelable: true, composed: true}));
            for (const type of ['keydown', 'keypress', 'keyup']) for (const key of ['Enter', ' ', 'Escape'])
              arguments[0].dispatchEvent(new KeyboardEvent(type, {key, bubbles: true, cancelable: true, composed: true}));
            arguments[0].dispatchEvent(new Event('close'));
            arguments[0].click();
            """;

    /** Everything that parts of the extension say to each other, through every door that a page has. */
    private static final String SAY_EVERYTHING = """
            const messages = ['press', 'open', 'recognised', 'list', 'issue', 'back', 'close-browser', 'news']
                .map((type) => ({type, wish: 'certificates', launch: true, standing: 'confirmed', expiring: [], notes: []}));
            for (const message of messages) {
              postMessage(message, '*');
              new MessageChannel().port1.postMessage(message);
              for (const name of ['page', 'panel', 'inkan']) new BroadcastChannel(name).postMessage(message);
              dispatchEvent(new CustomEvent(message.type, {detail: message}));
              document.dispatchEvent(new CustomEvent(message.type, {detail: message}));
              for (const ours of document.querySelectorAll('inkan-launch'))
                ours.dispatchEvent(new CustomEvent(message.type, {detail: message}));
            }
            dispatchEvent(new PageTransitionEvent('pageshow', {persisted: true}));
            """;

    /** Whatever of this our script used, the page would hear of it. */
    private static final String LISTEN_IN = """
            <script>
            window.overheard = [];
            function wrap(owner, name) {
              const own = owner[name];
              owner[name] = function (...given) {
                if (given.concat(this).some((one) => String(one?.localName ?? one?.name ?? one).includes('inkan'))) overheard.push(name);
                return Reflect.apply(own, this, given);
              };
            }
            wrap(Element.prototype, 'attachShadow');
            for (const name of ['append', 'prepend', 'after', 'before', 'replaceChildren', 'remove', 'setAttribute']) wrap(Element.prototype, name);
            for (const name of ['appendChild', 'insertBefore']) wrap(Node.prototype, name);
            for (const name of ['createElement', 'adoptNode', 'importNode']) wrap(Document.prototype, name);
            for (const name of ['define', 'get', 'whenDefined', 'upgrade']) wrap(CustomElementRegistry.prototype, name);
            for (const name of ['postMessage', 'addEventListener']) wrap(window, name);
            const add = EventTarget.prototype.addEventListener;
            EventTarget.prototype.addEventListener = function (...given) { overheard.push('listener'); return Reflect.apply(add, this, given); };
            for (const name of ['MutationObserver', 'IntersectionObserver', 'CSSStyleSheet', 'Proxy'])
              window[name] = class { constructor() { overheard.push(name); } };
            for (const name of ['type', 'launch', 'get', 'capture', 'once', 'mode', 'name', 'for'])
              Object.defineProperty(Object.prototype, name, {configurable: true, get() { return undefined; },
                set() { overheard.push('set ' + name); }});
            Object.defineProperty(Event.prototype, 'isTrusted', {get: () => true});
            </script>
            """;

    private static final String CLOBBERING = """
            <img name=body><img name=documentElement><img name=querySelector><img name=querySelectorAll><img name=createElement>
            <img name=createTreeWalker><img name=adoptNode><img name=implementation><img name=visibilityState>
            <form name=childNodes id=getElementById><input name=textContent><input name=after></form>
            <form role=button>証明書発行アプリの起動<input name=textContent><input name=after><input name=nextSibling></form>
            <a id=top></a><a id=location></a><a id=chrome></a><a id=addEventListener></a><a id=MutationObserver></a>
            """;

    @Override
    void prepare() throws IOException {
        Held.since(Held.RENEWABLE, bank.addUser(), bank, profile);
    }

    private void press(Object element) {
        script(PRESS, element);
    }

    private void awaitTakeover() {
        browser.until(_ -> browser.launchButton().getAttribute("data-takes-over").equals("true"));
    }

    @Test
    @DisplayName("to press buttons presses none of ours, and its own do what they did without us")
    void pressesOfTheButtons() {
        openBsms001("");
        awaitTakeover();
        press(browser.launchButton());
        press(browser.driver().findElement(By.tagName("inkan-launch")));
        press(browser.driver().findElement(By.id("bank")));
        assertThat(script("return heard")).isEqualTo(2L);
        assertThat(panels()).isZero();
        browser.openPanelByBanksButton("証明書発行アプリの起動").await("CCHK001");
        assertThat(panels()).isOne();
    }

    @Test
    @DisplayName("to press the buttons of a reminder opens and closes nothing")
    void pressesOfTheBar() {
        browser.open(bank.url().toString());
        SearchContext bar = browser.notice("expiry");
        for (String action : List.of("renew", "dismiss")) {
            press(bar.findElement(By.cssSelector("[data-action='" + action + "']")));
        }
        press(browser.driver().findElement(By.tagName("inkan-notice")));
        assertThat(panels()).isZero();
        assertThat(browser.hasNotice("expiry")).isTrue();
        BankBrowser.away(bar.findElement(By.cssSelector("[data-action='renew']"))::click);
        browser.panel().await("CCHK001");
        assertThat(panels()).isOne();
    }

    @Test
    @DisplayName("to be a part of the extension finds no door to it, and is heard by none of its parts")
    void messages() {
        openBsms001("");
        assertThat(script("return typeof chrome === 'undefined' || typeof chrome.runtime")).isIn(true, "undefined");
        script(SAY_EVERYTHING);
        awaitIdle();
        assertThat(panels()).isZero();
        assertThat(count("inkan-notice")).isZero();
        browser.openPanel().await("CCHK001");
        assertThat(panels()).isOne();
    }

    @Test
    @DisplayName("to be the platform hears and sees nothing of what our script does")
    void platform() {
        openBsms001(LISTEN_IN);
        awaitTakeover();
        assertThat(script("return overheard")).isEqualTo(List.of());
        assertThat(script("return window.length + ' ' + performance.getEntries().filter(({name}) => name.includes('extension')).length"))
                .isEqualTo("0 0");
        press(browser.driver().findElement(By.id("bank")));
        assertThat(panels()).isZero();
        browser.openPanel().await("CCHK001");
        assertThat(panels()).isOne();
    }

    @Test
    @DisplayName("to be the document, with elements that are named like its parts, changes nothing")
    void clobbering() {
        open("/certificate", Map.of(), CLOBBERING + BSMS001);
        assertThat(script("return document.querySelectorAll instanceof HTMLImageElement")).isEqualTo(true);
        browser.until(_ -> countPastNames("inkan-launch") == 1);
        // The driver's own ways of finding elements are led astray, too.
        var place = (Map<?, ?>) script("return Document.prototype.querySelector.call(document, 'inkan-launch').getBoundingClientRect()");
        int x = ((Number) place.get("x")).intValue() + 20;
        int y = ((Number) place.get("y")).intValue() + 20;
        BankBrowser.away(() -> new Actions(browser.driver()).moveToLocation(x, y).click().perform());
        browser.panel().await("CCHK001");
    }

    @Test
    @DisplayName("to be the document doesn't keep a reminder away")
    void clobberedBar() {
        open("/", Map.of(), CLOBBERING + "<b>BLGI001</b><button>電子証明書発行</button>");
        browser.until(_ -> countPastNames("inkan-notice") == 1);
    }

    private long countPastNames(String tag) {
        return (Long) script("return Document.prototype.querySelectorAll.call(document, arguments[0]).length", tag);
    }
}
