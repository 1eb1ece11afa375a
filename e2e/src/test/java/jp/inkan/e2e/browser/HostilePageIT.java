package jp.inkan.e2e.browser;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import jp.inkan.e2e.SharedBank;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.openqa.selenium.By;
import org.openqa.selenium.Dimension;
import org.openqa.selenium.JavascriptExecutor;
import org.openqa.selenium.WebElement;

/** The bank's page with a script in it that is no friend of ours. */
@DisplayName("On a hostile page")
@Timeout(60)
class HostilePageIT {
    private static final String MOVE_PANEL = """
            const box = document.createElement('div');
            box.style.cssText = 'position:fixed;top:0;left:0;width:400px;height:60px;overflow:hidden;transform:translate(0)';
            document.body.append(box);
            window.moved = 0;
            new MutationObserver((changes) => {
              for (const {addedNodes} of changes) for (const node of addedNodes) if (node.localName === 'inkan-panel') {
                moved += 1;
                node.remove();
                box.append(node);
              }
            }).observe(document.documentElement, {childList: true});
            """;
    private static final String THROW_BUTTON_OUT = """
            window.thrown = 0;
            new MutationObserver(() => {
              const ours = document.querySelector('inkan-launch');
              if (ours) { thrown += 1; ours.remove(); }
            }).observe(document, {childList: true, subtree: true});
            document.querySelector('inkan-launch').remove();
            """;

    private static final String LOOK_INTO_ELEMENTS = """
            window.roots = [];
            for (const name of ['inkan-panel', 'inkan-launch']) customElements.define(name, class extends HTMLElement {
              internals = this.attachInternals();
              connectedCallback() { roots.push(name + ' ' + this.internals.shadowRoot); }
            });
            document.querySelector('inkan-launch').remove();
            """;

    @TempDir
    private Path folder;

    private BankBrowser browser;

    @BeforeEach
    void start() throws IOException {
        Profile profile = Profile.create(folder, SharedBank.get());
        profile.registerHost(Product.find());
        browser = BankBrowser.start(profile, "ja");
        browser.open(SharedBank.get().url().resolve("/certificate").toString());
        browser.launchButton();
    }

    @AfterEach
    void stop() {
        browser.close();
    }

    private Object script(String script, Object... arguments) {
        return ((JavascriptExecutor) browser.driver()).executeScript(script, arguments);
    }

    @Test
    @DisplayName("a panel that the page moves is gone")
    void movedPanel() {
        script(MOVE_PANEL);
        browser.launchButton().click();
        browser.until(d -> script("return moved").equals(1L));
        assertThat(browser.driver().findElements(By.tagName("inkan-panel"))).isEmpty();
        assertThat(script("return document.activeElement.localName")).isNotEqualTo("inkan-panel");
    }

    @Test
    @DisplayName("a panel that is seen in part only takes no input, and says so")
    void croppedPanel() {
        browser.openPanel().await("CCHK001");
        browser.until(d -> d.findElements(By.cssSelector("[inert]")).isEmpty());
        browser.driver().switchTo().defaultContent();
        WebElement dialog = browser.driver().findElement(By.tagName("inkan-panel")).getShadowRoot().findElement(By.cssSelector("dialog"));
        // The page can't get hold of it; the driver can.
        script("arguments[0].style.cssText = 'height:300px;overflow:hidden';"
                + "arguments[0].querySelector('iframe').style.cssText = 'flex:none;height:700px;margin-top:-150px'", dialog);
        browser.driver().switchTo().frame(dialog.findElement(By.tagName("iframe")));
        browser.until(d -> d.findElement(By.cssSelector("[data-covered]")).isDisplayed());
        assertThat(browser.driver().findElements(By.cssSelector("main[inert]"))).hasSize(1);
    }

    @Test
    @DisplayName("elements that the page defines under our names don't let it look inside")
    void definedElements() {
        script(LOOK_INTO_ELEMENTS);
        browser.launchButton();
        browser.openPanel().await("CCHK001");
        browser.driver().switchTo().defaultContent();
        assertThat(script("return [...new Set(roots)].sort().join()")).isEqualTo("inkan-launch null,inkan-panel null");
    }

    @Test
    @DisplayName("the button that the page throws out again and again doesn't keep the page busy")
    void thrownOutButton() {
        browser.driver().manage().timeouts().scriptTimeout(Duration.ofSeconds(5));
        script(THROW_BUTTON_OUT);
        assertThat((Long) script("return thrown")).isBetween(1L, 100L);
    }

    @ParameterizedTest(name = "{0}x{1}")
    @CsvSource({"1100, 900", "550, 450", "340, 320"})
    @DisplayName("scroll bars and a small window don't keep the panel from its inputs")
    void smallWindow(int width, int height) {
        browser.driver().manage().window().setSize(new Dimension(width, height));
        script("const style = document.createElement('style');"
                + "style.textContent = 'html{overflow:scroll!important}::-webkit-scrollbar{width:17px;height:17px}';"
                + "document.head.append(style)");
        Panel panel = browser.openPanel();
        panel.await("CCHK001");
        panel.awaitInput();
        panel.beginIssue();
        panel.await("CCHK002");
        panel.type("loginId", "logid031");
        assertThat(panel.field("loginId").getDomProperty("value")).isEqualTo("logid031");
    }
}
