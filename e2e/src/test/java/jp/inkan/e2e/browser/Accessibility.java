package jp.inkan.e2e.browser;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import org.openqa.selenium.By;
import org.openqa.selenium.JavascriptExecutor;
import org.openqa.selenium.SearchContext;
import org.openqa.selenium.WebDriver;
import org.openqa.selenium.support.ui.WebDriverWait;

/** What axe-core finds wrong: WCAG 2.2 AA and its own best practices. */
final class Accessibility {
    private static final String AXE = axe();

    /** The page itself isn't ours to judge where only an element of ours is looked at. */
    private static final String RUN = """
        const done = arguments[arguments.length - 1];
        axe.run(arguments[0] ?? document, { resultTypes: ['violations'] }).then(({ violations }) => {
          document.querySelector('axe-copy')?.remove();
          done(violations.flatMap(({ id, nodes }) => nodes.map(({ html, failureSummary }) => `${id}: ${html} ${failureSummary}`)));
        });
        """;

    /** axe can't look into a closed shadow root, as all of ours in the bank's pages are: into a copy of it, it can. */
    private static final String COPY = """
        const copy = document.createElement('axe-copy');
        const root = copy.attachShadow({ mode: 'open' });
        const style = document.createElement('style');
        style.textContent = arguments[0].adoptedStyleSheets.flatMap((sheet) => [...sheet.cssRules]).map((rule) => rule.cssText).join('');
        root.append(style, ...[...arguments[0].childNodes].map((node) => node.cloneNode(true)));
        document.body.append(copy);
        return copy;
        """;

    /** The driver itself can't tell names in a frame of another process. */
    private static final String NAMELESS = """
        axe.setup(document);
        const shown = [...document.querySelectorAll(arguments[0])].filter((element) => element.checkVisibility());
        const nameless = shown.filter((element) => axe.commons.text.accessibleText(element).trim() === '');
        axe.teardown();
        return nameless.map(({ outerHTML }) => outerHTML);
        """;

    private Accessibility() {}

    /** Nothing is wrong in the frame or page that the driver looks into. */
    static void assertNothingWrong(WebDriver driver) {
        // What takes no input is nothing for axe, either.
        new WebDriverWait(driver, Duration.ofSeconds(10)).until(d -> d.findElements(By.cssSelector("[inert]")).isEmpty());
        assertThat(findings(driver, null)).isEmpty();
    }

    /** Nothing is wrong in a shadow root of ours. */
    static void assertNothingWrong(WebDriver driver, SearchContext shadowRoot) {
        var script = (JavascriptExecutor) driver;
        assertThat(findings(driver, script.executeScript(COPY, shadowRoot))).isEmpty();
    }

    /** What is shown in the frame or page that the driver looks into, and has no name for a screen reader. */
    static List<?> nameless(WebDriver driver, String selector) {
        var script = (JavascriptExecutor) driver;
        script.executeScript(AXE);
        return (List<?>) script.executeScript(NAMELESS, selector);
    }

    private static List<?> findings(WebDriver driver, Object element) {
        var script = (JavascriptExecutor) driver;
        script.executeScript(AXE);
        return (List<?>) script.executeAsyncScript(RUN, element);
    }

    private static String axe() {
        try (InputStream in = Accessibility.class.getResourceAsStream("/axe.min.js")) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
