package jp.inkan.e2e.browser;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.List;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.FieldSource;
import org.openqa.selenium.By;
import org.openqa.selenium.Dimension;
import org.openqa.selenium.OutputType;
import org.openqa.selenium.WebElement;
import org.openqa.selenium.interactions.Actions;

/** The page hides, covers and distorts the panel in every way it has, while the user is about to press a button. */
@DisplayName("A panel of which the page lets the user see something else")
class CoveredPanelIT extends HostilePages {
    private static final String POPOVER = """
            window.over = document.createElement('div');
            over.popover = 'manual';
            over.className = 'over';
            over.style.cssText = 'position:fixed;border:0;padding:0;pointer-events:none;' + arguments[0];
            document.body.append(over);
            over.showPopover();
            """;
    private static final String DOT = "inset:auto;left:0;top:0;width:1px;height:1px;";
    private static final String AWAY = "over.remove(); document.adoptedStyleSheets = [];";
    private static final String TRANSITION =
            "css('%s ::view-transition{background:red} ::view-transition-group(*){animation-duration:1000s}');"
            + "window.transition = document.startViewTransition(() => {});";
    private static final String END_TRANSITION = "transition.skipTransition(); document.adoptedStyleSheets = [];";

    static final List<Arguments> COVERING = List.of(
            over("a popover that no click hits", "inset:0;width:auto;height:auto;background:red"),
            over("a popover of three pixels", "inset:auto;left:500px;top:300px;width:3px;height:3px;background:red"),
            over("a popover that blends", "inset:0;width:auto;height:auto;background:#fff;mix-blend-mode:difference"),
            over("a popover that blurs what is behind it", "inset:0;width:auto;height:auto;background:none;backdrop-filter:blur(20px)"),
            over("the shadow of a popover", DOT + "box-shadow:0 0 0 2000px red"),
            over("the outline of a popover", DOT + "outline:2000px solid red"),
            Arguments.of("the backdrop of a popover", "css('.over::backdrop{background:red;pointer-events:none}');"
                    + popover(DOT), AWAY),
            Arguments.of("a pseudo-element of a popover",
                    "css('.over::after{content:\"\";position:fixed;inset:0;background:red}');" + popover(DOT), AWAY),
            Arguments.of("a view transition of the page", TRANSITION.formatted(""), END_TRANSITION),
            Arguments.of("a view transition of a part of the page",
                    TRANSITION.formatted(":root{view-transition-name:none} main{view-transition-name:part}"), END_TRANSITION),
            html("a zoom that nobody can read", "zoom:.1"));

    static final List<Arguments> POWERLESS = List.of(
            html("opacity", "opacity:.1"),
            html("a filter", "filter:blur(9px)"),
            html("a blend mode", "mix-blend-mode:difference"),
            html("a clip path", "clip-path:inset(0 0 60% 0)"),
            html("a mask", "mask:linear-gradient(transparent,black)"),
            html("a transform", "transform:scale(.1) rotate(30deg)"),
            html("a perspective", "perspective:1px"),
            html("visibility:hidden", "visibility:hidden"),
            html("containment", "contain:strict;width:1px;height:1px;overflow:hidden;position:fixed"),
            html("right to left", "direction:rtl;unicode-bidi:bidi-override"),
            Arguments.of("inert", "document.documentElement.inert = true", "document.documentElement.inert = false"),
            Arguments.of("styles for our element", "css('inkan-panel{display:none!important;opacity:.1!important;zoom:.2!important;"
                    + "transform:scale(.1)!important;filter:blur(9px)!important;clip-path:inset(50%)!important}')",
                    "document.adoptedStyleSheets = []"),
            Arguments.of("an animation of our element", "window.moving = document.querySelector('inkan-panel')"
                    + ".animate([{opacity: .1, zoom: .2}, {opacity: .1, zoom: .2}], 1e6)", "moving.cancel()"),
            Arguments.of("the highest z-index outside the top layer", "window.over = document.createElement('div');"
                    + "over.style.cssText = 'position:fixed;inset:0;z-index:2147483647;background:red';"
                    + "document.body.append(over)", AWAY));

    private Panel panel;
    private WebElement frame;

    private static Arguments over(String name, String style) {
        return Arguments.of(name, popover(style), AWAY);
    }

    private static String popover(String style) {
        return POPOVER.replace("arguments[0]", "'" + style + "'");
    }

    private static Arguments html(String name, String style) {
        return Arguments.of(name + " of the whole page", "css('html{%s!important}')".formatted(style.replace(";", "!important;")),
                "document.adoptedStyleSheets = []");
    }

    @BeforeAll
    void openPanel() {
        // So large that the panel keeps its size at every zoom.
        browser.driver().manage().window().setSize(new Dimension(1100, 1200));
        openBsms001("""
                <script>
                function css(rules) {
                  const sheet = new CSSStyleSheet();
                  sheet.replaceSync(rules);
                  document.adoptedStyleSheets = [sheet];
                }
                </script>
                """);
        browser.openPanel().await("CCHK001");
        outOfFrames();
        frame = browser.driver().findElement(By.tagName("inkan-panel")).getShadowRoot().findElement(By.cssSelector("iframe"));
    }

    @BeforeEach
    void chooseSomething() {
        panel = browser.panel();
        panel.await("CCHK001");
        panel.awaitInput();
        script("document.querySelector('[data-action=issue]').focus()");
        outOfFrames();
    }

    private void lookInside() {
        browser.driver().switchTo().frame(frame);
    }

    private void assertKept() {
        lookInside();
        panel.awaitInput();
        assertThat(panel.screen()).isEqualTo("CCHK001");
    }

    @ParameterizedTest(name = "{0}")
    @FieldSource("COVERING")
    @DisplayName("takes no key and no click while it is hidden, and afterwards is as before")
    void covered(String name, String attack, String undo) {
        script(attack);
        lookInside();
        browser.until(d -> d.findElements(By.cssSelector("main[inert]")).size() == 1);
        new Actions(browser.driver()).sendKeys("\n").perform();
        new Actions(browser.driver()).moveToElement(browser.driver().findElement(By.cssSelector("[data-action='issue']"))).click().perform();
        outOfFrames();
        script(undo);
        assertKept();
        browser.until(_ -> "issue".equals(script("return document.activeElement.dataset.action")));
    }

    @ParameterizedTest(name = "{0}")
    @FieldSource("POWERLESS")
    @DisplayName("looks as before where the page has no power over the browser's top layer, and goes on")
    void powerless(String name, String attack, String undo) throws IOException {
        int[] before = look();
        script(attack);
        assertThat(isSeen()).isTrue();
        assertThat(look()).isEqualTo(before);
        lookInside();
        assertThat(browser.driver().findElements(By.cssSelector("main[inert]"))).isEmpty();
        outOfFrames();
        script(undo);
        assertKept();
    }

    /** The browser's own measure, as the panel takes it: once in 100 ms at most. */
    private boolean isSeen() {
        lookInside();
        Object seen = asyncScript("""
                let looks = 0;
                const observer = () => new IntersectionObserver(([entry], self) => {
                  self.disconnect();
                  looks += 1;
                  if (looks < 3) observer().observe(document.querySelector('#panel'));
                  else done(entry.isVisible);
                }, {trackVisibility: true, delay: 100});
                observer().observe(document.querySelector('#panel'));
                """);
        outOfFrames();
        return (Boolean) seen;
    }

    /** The pixels of the panel on the screen, without a caret that blinks. */
    private int[] look() throws IOException {
        lookInside();
        script("document.activeElement.blur()");
        outOfFrames();
        var picture = ImageIO.read(new ByteArrayInputStream(frame.getScreenshotAs(OutputType.BYTES)));
        return picture.getRGB(0, 0, picture.getWidth(), picture.getHeight(), null, 0, picture.getWidth());
    }
}
