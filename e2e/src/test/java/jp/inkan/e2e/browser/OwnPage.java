package jp.inkan.e2e.browser;

import com.fasterxml.jackson.databind.JsonNode;

/**
 * The panel's tab, used with keys alone. The driver isn't let near: where it looks around, it loads what was unloaded.
 *
 * @param target of {@link Targets}
 */
record OwnPage(BankBrowser browser, JsonNode target) {
    private static final String ADDRESS = BankBrowser.PANEL + "#";

    /** Once it has come up beside a page of the bank's. */
    static OwnPage await(BankBrowser browser) {
        return new OwnPage(browser, browser.until(_ -> new Targets(browser).tab(ADDRESS).orElse(null)));
    }

    String id() {
        return target.path("id").asText();
    }

    JsonNode evaluate(String script) {
        return browser.worker().evaluateIn(target, script);
    }

    /** @param condition an expression */
    void until(String condition) {
        browser.until(_ -> evaluate(condition).asBoolean());
    }

    /** It is there and takes input. */
    void awaitList() {
        until("document.querySelector('main:not([inert]) [data-action=issue]') !== null");
    }

    void awaitSignIn() {
        until("document.querySelector('[data-field=loginId]') !== null");
    }

    /** The question whether to unload other pages. */
    void awaitOthers(int pages) {
        until("document.querySelector('[data-screen=confirm-others]')?.dataset.pages === '" + pages + "'");
    }

    void pressIssue() {
        awaitList();
        press("issue");
    }

    void press(String action) {
        evaluate("document.querySelector('[data-action=" + action + "]').focus()");
        new Typist(browser).press(ADDRESS, Typist.ENTER);
    }

    /** By the mouse, whether it takes input or not. */
    void click(String action) {
        JsonNode middle = evaluate("(({left, top, width, height}) => ({x: left + width / 2, y: top + height / 2}))"
                + "(document.querySelector('[data-action=" + action + "]').getBoundingClientRect())");
        new Typist(browser).click(ADDRESS, middle.path("x").asDouble(), middle.path("y").asDouble());
    }

    /** That other pages are unloaded, if the user is asked. */
    void agree() {
        until("document.querySelector('main:not([inert]) :is([data-field=loginId], [data-action=continue])') !== null");
        if (evaluate("document.querySelector('[data-action=continue]') !== null").asBoolean()) {
            press("continue");
        }
    }

    /** Presses 証明書発行, once the list is there, and comes to where the login id is asked for. */
    void toSignIn() {
        until("document.hasFocus()");
        pressIssue();
        agree();
        until("document.activeElement?.dataset.field === 'loginId' && document.hasFocus()");
    }

    void typePassword(String text) {
        evaluate("document.querySelector('[data-field=password]').focus()");
        new Typist(browser).type(ADDRESS, text);
        awaitPassword(text);
    }

    /** However slow the test is. */
    void keepsTyping() {
        evaluate("setInterval(() => dispatchEvent(new KeyboardEvent('keydown', {key: 'x'})), 50)");
    }

    void awaitPassword(String text) {
        browser.until(_ -> evaluate("document.querySelector('[data-field=password]')?.value ?? ''").asText().equals(text));
    }
}
