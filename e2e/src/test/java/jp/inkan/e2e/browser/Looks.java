package jp.inkan.e2e.browser;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.openqa.selenium.By;
import org.openqa.selenium.JavascriptExecutor;
import org.openqa.selenium.SearchContext;
import org.openqa.selenium.WebElement;

/**
 * What every screen of ours has to stand: light and dark, 200 % zoom, names for a screen reader. Where the system property
 * {@value #PICTURES} names a folder, pictures of all that are left there.
 */
final class Looks {
    private static final String PICTURES = "inkan.looks";

    /** All that is wider than its place, and buttons and inputs that can't be reached whole by scrolling; a pixel is rounding. */
    private static final String CUT_OFF = """
        const found = [];
        const tell = (what, { outerHTML }) => found.push(`${what}: ${outerHTML.slice(0, 160)}`);
        for (const element of arguments[0].querySelectorAll('*')) {
          const { left, right, width } = element.getBoundingClientRect();
          if (width > 0 && (left < -1 || right > innerWidth + 1)) tell('outside', element);
          const cuts = getComputedStyle(element).overflowX !== 'visible';
          if (cuts && element.scrollWidth > element.clientWidth + 1) tell('wider than its place', element);
        }
        for (const element of arguments[0].querySelectorAll('button, input')) {
          if (!element.checkVisibility()) continue;
          element.scrollIntoView({ block: 'center' });
          const { left, top, bottom, width, height } = element.getBoundingClientRect();
          const hit = element.getRootNode().elementFromPoint(left + width / 2, top + height / 2);
          if (top < -1 || bottom > innerHeight + 1 || !element.contains(hit)) tell('out of reach', element);
        }
        return found;
        """;

    /** Inputs that are called wrong and don't say why, or that point at what isn't there. */
    private static final String UNEXPLAINED = """
        return [...document.querySelectorAll('input')].filter((input) => {
          const ids = (input.getAttribute('aria-describedby') ?? '').split(' ').filter(Boolean);
          const texts = ids.map((id) => document.getElementById(id)?.textContent);
          const wrong = input.getAttribute('aria-invalid') === 'true';
          return texts.includes(undefined) || (wrong && texts.join('').trim() === '');
        }).map(({ outerHTML }) => outerHTML);
        """;

    private final BankBrowser browser;
    private final String language;
    private int pictures;

    Looks(BankBrowser browser, String language) {
        this.browser = browser;
        this.language = language;
    }

    /** @param name of the screen in the frame or tab that the driver looks into */
    void at(String name) throws IOException {
        awaitInput();
        for (String scheme : List.of("dark", "light")) {
            browser.prefer(scheme);
            picture(name + "-" + scheme);
            Accessibility.assertNothingWrong(browser.driver());
        }
        assertNames(name);
        browser.zoom(2);
        awaitInput();
        picture(name + "-zoomed");
        assertNothingCutOff(name, browser.driver().findElement(By.tagName("body")));
        browser.zoom(1);
        awaitInput();
    }

    /** @param inside what of ours stands in the bank's page */
    void at(String name, SearchContext inside) throws IOException {
        for (String scheme : List.of("dark", "light")) {
            browser.prefer(scheme);
            picture(name + "-" + scheme);
            Accessibility.assertNothingWrong(browser.driver(), inside);
        }
        browser.zoom(2);
        assertThat(script(CUT_OFF, inside)).as(name).isEmpty();
        picture(name + "-zoomed");
        browser.zoom(1);
    }

    /** While it takes none, nobody can be shown anything either. */
    private void awaitInput() {
        browser.until(d -> d.findElements(By.cssSelector("[inert]")).isEmpty());
    }

    private void assertNothingCutOff(String name, WebElement body) {
        assertThat(script(CUT_OFF, body)).as(name).isEmpty();
    }

    private void assertNames(String name) {
        assertThat(Accessibility.nameless(browser.driver(), "button, input, progress, fieldset, svg")).as(name).isEmpty();
        assertThat(script(UNEXPLAINED)).as(name).isEmpty();
    }

    private List<?> script(String script, Object... arguments) {
        return (List<?>) ((JavascriptExecutor) browser.driver()).executeScript(script, arguments);
    }

    private void picture(String name) throws IOException {
        String folder = System.getProperty(PICTURES);
        if (folder != null) {
            pictures++;
            browser.savePicture(Path.of(folder, language, "%03d-%s.png".formatted(pictures, name)));
        }
    }
}
