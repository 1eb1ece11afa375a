package jp.inkan.e2e.browser;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** What isn't rendered takes no focus, and opens no list of the browser's own, which would get the keys that are meant for the panel. */
@DisplayName("What of the bank's page could take a text")
class CurtainIT extends HostilePages {
    /** Does what it can to stay in sight. */
    private static final String STUBBORN = """
            <style>
            .taker { display: block !important; transition: display 1000s allow-discrete; animation: stay 1000s infinite; }
            @keyframes stay { from, to { display: block; } }
            </style>
            <div id=shadow></div>
            <script>
            const takers = `<input class=taker value=x><input type=date class=taker><select class=taker><option>a<option>b</select>
              <textarea class=taker></textarea><p contenteditable class=taker>x</p><iframe class=taker srcdoc="x"></iframe>
              <iframe class=taker src="chrome-extension://abc" srcdoc="x"></iframe><object class=taker data="/help"></object>
              <dialog open class=taker>x</dialog>`;
            document.write(`<form>${takers}</form>`);
            window.root = document.getElementById('shadow').attachShadow({mode: 'closed'});
            root.innerHTML = document.querySelector('style').outerHTML + takers;
            window.all = [...document.querySelectorAll('form .taker'), ...root.querySelectorAll('.taker')];
            for (const each of document.querySelectorAll('.taker')) each.style.setProperty('display', 'block', 'important');
            window.shown = () => all.filter((each) => each.getClientRects().length > 0).map((each) => each.localName);
            </script>
            """;

    @Test
    @DisplayName("is out of sight while the panel asks, in shadow trees, too, and whatever the page does; before and after that it is there, but for frames")
    void outOfSight() {
        openBsms001(STUBBORN);
        List<?> all = (List<?>) script("return shown()");
        assertThat(all).hasSize(18);
        Panel panel = browser.openPanel();
        panel.await("CCHK001");
        outOfFrames();
        List<?> withoutFrames = all.stream().filter(name -> !List.of("iframe", "object").contains(name)).toList();
        assertThat(script("return shown()")).isEqualTo(withoutFrames).asInstanceOf(InstanceOfAssertFactories.LIST).hasSize(12);

        browser.panel();
        panel.beginIssue();
        panel.await("CCHK002");
        panel.type("password", "typed");
        Object address = script("return chrome.runtime.getURL('src/panel/panel.html')");
        outOfFrames();
        assertThat(script("""
                const late = document.body.appendChild(document.createElement('div')).attachShadow({mode: 'closed'});
                late.innerHTML = `<iframe src="${arguments[0]}?x" srcdoc="x"></iframe>`;
                return late.firstChild.getClientRects().length""", address)).as("a document of the page's under the panel's address").isEqualTo(0L);
        browser.until(_ -> List.of().equals(script("return shown()")));
        assertThat(script("try { document.querySelector('select').showPicker() } catch (e) { return e.name }")).isEqualTo("NotSupportedError");
        script("all.forEach((each) => each.focus())");
        assertThat(script("return document.activeElement.localName")).isEqualTo("inkan-panel");
        script("""
                for (const each of all) {
                  each.style.setProperty('transition', 'none', 'important');
                  each.hidden = false;
                  each.animate([{display: 'block'}, {display: 'block'}], {duration: 1e6, fill: 'both'});
                }""");
        assertThat(script("return shown()")).isEqualTo(List.of());

        browser.panel();
        panel.click("back");
        panel.await("CCHK001");
        outOfFrames();
        browser.until(_ -> withoutFrames.equals(script("return shown()")));
    }

    @Test
    @DisplayName("is there again, frames too, once the panel was closed in the middle of it")
    void closed() {
        openBsms001(STUBBORN);
        Panel panel = browser.openPanel();
        panel.beginIssue();
        panel.await("CCHK002");
        outOfFrames();
        browser.until(_ -> List.of().equals(script("return shown()")));
        new Typist(browser).press(bank.url().toString(), Typist.ESCAPE);
        browser.until(_ -> count("inkan-panel") == 0);
        browser.until(_ -> ((List<?>) script("return shown()")).size() == 18);
        assertThat(browser.driver().getWindowHandles()).hasSize(1);
    }
}
