package jp.inkan.e2e.browser;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.openqa.selenium.By;

/** What is ours is taken out, copied, moved and drowned. */
@DisplayName("A page that tears itself and us apart")
class TornPageIT extends HostilePages {
    private static final String WITHOUT_US = """
            const copy = document.documentElement.cloneNode(true);
            for (const ours of copy.querySelectorAll('inkan-launch')) ours.remove();
            """;

    @BeforeEach
    void openPage() {
        openBsms001("");
    }

    private void assertWorks() {
        browser.launchButton();
        assertThat(count("inkan-launch")).isOne();
        browser.openPanel().await("CCHK001");
        assertThat(panels()).isOne();
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '|', textBlock = """
            removing it                 | ours.remove()
            replacing it                | ours.replaceWith('x')
            writing over what is around | document.querySelector('main').innerHTML = copy.querySelector('main').innerHTML
            a new body                  | document.body.replaceWith(copy.querySelector('body'))
            a new root                  | document.documentElement.replaceWith(copy)
            moving it elsewhere         | document.body.prepend(ours)
            """)
    @DisplayName("has the button back, once, and the button works")
    void button(String name, String attack) {
        script(WITHOUT_US + "const ours = document.querySelector('inkan-launch');" + attack);
        browser.until(d -> d.findElement(By.xpath("//*[@id='bank']/following-sibling::*[1]")).getTagName().equals("inkan-launch"));
        browser.until(_ -> count("inkan-launch") == 1);
        assertWorks();
    }

    @Test
    @DisplayName("whose document is written anew has the button back, and it works")
    void writtenAnew() {
        script(WITHOUT_US + "document.open(); document.write('<!doctype html>' + copy.outerHTML); document.close()");
        browser.until(d -> d.findElement(By.xpath("//*[@id='bank']/following-sibling::*[1]")).getTagName().equals("inkan-launch"));
        assertWorks();
    }

    @Test
    @DisplayName("gets copies of our elements that hold nothing")
    void copies() {
        script("""
                const copy = document.querySelector('inkan-launch').cloneNode(true);
                copy.id = 'copy';
                document.documentElement.append(copy);
                """);
        assertThat(script("return copy.childNodes.length + ' ' + copy.shadowRoot")).isEqualTo("0 null");
        script("copy.remove()");
        assertWorks();
    }

    @Test
    @DisplayName("stays quick through ten thousand changes, and nothing of ours grows")
    void storm() {
        browser.driver().manage().timeouts().scriptTimeout(Duration.ofSeconds(10));
        Object longest = asyncScript("""
                let changes = 0, longest = 0, last = performance.now();
                (function storm() {
                  const now = performance.now();
                  longest = Math.max(longest, now - last);
                  last = now;
                  if (changes >= 10000) return done(longest);
                  for (let i = 0; i < 100; i += 1, changes += 1) {
                    const p = document.createElement('p');
                    p.textContent = 'BSMS001 ' + changes;
                    document.body.append(p);
                    if (i % 2) p.remove();
                  }
                  setTimeout(storm);
                })();
                """);
        assertThat(((Number) longest).doubleValue()).isLessThan(1000);
        assertWorks();
    }

    @Test
    @DisplayName("and throws everything of ours out at every change, has a tab that rests")
    void fight() {
        browser.driver().manage().timeouts().scriptTimeout(Duration.ofSeconds(10));
        Object turns = asyncScript("""
                let thrown = 0;
                const observer = new MutationObserver(() => {
                  for (const ours of document.querySelectorAll('inkan-launch')) { thrown += 1; ours.remove(); }
                });
                observer.observe(document, {childList: true, subtree: true});
                document.querySelector('inkan-launch').remove();
                setTimeout(() => { observer.disconnect(); done(thrown); }, 2000);
                """);
        assertThat((Long) turns).isBetween(1L, 40L);
        assertWorks();
    }
}
