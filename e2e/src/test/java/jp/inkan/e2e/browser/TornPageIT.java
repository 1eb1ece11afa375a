package jp.inkan.e2e.browser;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.openqa.selenium.By;
import org.openqa.selenium.WebElement;

/** What is ours is taken out, copied, moved and drowned. */
@DisplayName("A page that tears itself and us apart")
class TornPageIT extends HostilePages {
    private static final String WITHOUT_US = """
            const copy = document.documentElement.cloneNode(true);
            for (const ours of copy.querySelectorAll('inkan-launch, inkan-panel')) ours.remove();
            """;

    @BeforeEach
    void openPage() {
        openBsms001("");
    }

    private void assertWorks() {
        browser.launchButton();
        assertThat(count("inkan-launch")).isOne();
        browser.openPanel().await("CCHK001");
        outOfFrames();
        assertThat(count("inkan-panel")).isOne();
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
        browser.openPanel().await("CCHK001");
        outOfFrames();
        script("""
                for (const ours of document.querySelectorAll('inkan-launch, inkan-panel')) {
                  const copy = ours.cloneNode(true);
                  copy.id = 'copy-' + ours.localName;
                  document.documentElement.append(copy);
                }
                """);
        assertThat(script("return window.length + [...document.querySelectorAll('[id^=copy]')].map((copy) => copy.childNodes.length).join('')"))
                .isEqualTo("000");
        assertThat(browser.panel().screen()).isEqualTo("CCHK001");
    }

    @Test
    @DisplayName("stays quick through ten thousand changes, and nothing of ours grows")
    void storm() {
        browser.driver().manage().timeouts().scriptTimeout(Duration.ofSeconds(10));
        browser.openPanel().await("CCHK001");
        outOfFrames();
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
        assertThat(count("inkan-launch")).isOne();
        assertThat(count("inkan-panel")).isOne();
        WebElement frame = browser.driver().findElement(By.tagName("inkan-panel")).getShadowRoot().findElement(By.cssSelector("iframe"));
        browser.driver().switchTo().frame(frame);
        assertThat(browser.driver().findElements(By.cssSelector("[data-screen]"))).hasSize(1);
    }

    @Test
    @DisplayName("and throws everything of ours out at every change, has a tab that rests")
    void fight() {
        browser.driver().manage().timeouts().scriptTimeout(Duration.ofSeconds(10));
        Object turns = asyncScript("""
                let thrown = 0;
                const observer = new MutationObserver(() => {
                  for (const ours of document.querySelectorAll('inkan-launch, inkan-panel')) { thrown += 1; ours.remove(); }
                });
                observer.observe(document, {childList: true, subtree: true});
                document.querySelector('inkan-launch').remove();
                setTimeout(() => { observer.disconnect(); done(thrown); }, 2000);
                """);
        assertThat((Long) turns).isBetween(1L, 40L);
        assertWorks();
    }
}
