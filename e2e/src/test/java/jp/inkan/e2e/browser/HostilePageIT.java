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
            customElements.define('inkan-launch', class extends HTMLElement {
              internals = this.attachInternals();
              connectedCallback() { roots.push(this.internals.shadowRoot); }
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
    @DisplayName("elements that the page defines under our names don't let it look inside")
    void definedElements() {
        script(LOOK_INTO_ELEMENTS);
        browser.launchButton();
        browser.until(_ -> script("return roots.length > 0").equals(true));
        assertThat(script("return roots.every((root) => root === null)")).isEqualTo(true);
        browser.openPanel().await("CCHK001");
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
    @DisplayName("a small window doesn't keep the panel from its inputs")
    void smallWindow(int width, int height) {
        browser.driver().manage().window().setSize(new Dimension(width, height));
        Panel panel = browser.openPanel();
        panel.await("CCHK001");
        panel.awaitInput();
        panel.beginIssue();
        panel.await("CCHK002");
        panel.type("loginId", "logid031");
        assertThat(panel.field("loginId").getDomProperty("value")).isEqualTo("logid031");
    }
}
