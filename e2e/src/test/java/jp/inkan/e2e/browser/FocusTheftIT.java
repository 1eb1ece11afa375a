package jp.inkan.e2e.browser;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** The page takes the keyboard while the user, with the eyes on it, types a password into the panel. */
@DisplayName("A page that takes the keyboard from the panel")
class FocusTheftIT extends HostilePages {
    private static final String SECRET = "kagi-No-4711";

    private static final String THIEF = """
            <script>
            window.loot = [];
            for (const type of ['keydown', 'keypress', 'keyup', 'beforeinput', 'input'])
              for (const target of [window, document])
                target.addEventListener(type, (event) => loot.push(type + ' ' + (event.key ?? event.data)), {capture: true});
            const blur = () => document.activeElement.blur();
            </script>
            """;

    private Panel beginToType() {
        openBsms001(THIEF);
        Panel panel = browser.openPanel();
        panel.beginIssue();
        panel.await("CCHK002");
        panel.type("password", "before");
        return panel;
    }

    private void type(String text) {
        new Typist(browser).type(bank.url().toString(), text);
    }

    private List<?> loot() {
        return (List<?>) script("return loot");
    }

    @Test
    @DisplayName("gives it back at once, and what is typed goes on into the panel")
    void givenBack() {
        Panel panel = beginToType();
        outOfFrames();
        script("blur()");
        browser.panel();
        browser.until(_ -> script("return document.hasFocus() && document.activeElement.dataset.field === 'password'").equals(true));
        type(SECRET);
        browser.until(_ -> panel.field("password").getDomProperty("value").equals("before" + SECRET));
        outOfFrames();
        assertThat(loot()).isEmpty();
        closePanel();
    }

    @Test
    @DisplayName("hears keys again once the panel is closed")
    void afterwards() {
        Panel panel = beginToType();
        panel.leave();
        new Typist(browser).press(bank.url().toString(), Typist.ESCAPE);
        browser.until(_ -> count("inkan-panel") == 0);
        type("a");
        browser.until(_ -> loot().contains("keydown a"));
        assertThat(loot()).noneMatch("keydown Escape"::equals);
    }
}
