package jp.inkan.e2e.browser;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.List;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.FieldSource;

/** The page hides, covers and distorts everything in it, ours included, in every way it has. */
@DisplayName("A page that lets the user see something else than our button")
class CoveredButtonIT extends HostilePages {
    private static final String DOT = "inset:auto;left:0;top:0;width:1px;height:1px;";
    private static final String TRANSITION = "css('%s ::view-transition{background:red} ::view-transition-group(*){animation-duration:1000s}');"
            + "document.startViewTransition(() => {});";

    static final List<Arguments> ATTACKS = List.of(
            over("a popover that no click hits", "inset:0;width:auto;height:auto;background:red"),
            over("a popover of three pixels", "inset:auto;left:500px;top:300px;width:3px;height:3px;background:red"),
            over("a popover that blends", "inset:0;width:auto;height:auto;background:#fff;mix-blend-mode:difference"),
            over("a popover that blurs what is behind it", "inset:0;width:auto;height:auto;background:none;backdrop-filter:blur(20px)"),
            over("the shadow of a popover", DOT + "box-shadow:0 0 0 2000px red"),
            over("the outline of a popover", DOT + "outline:2000px solid red"),
            Arguments.of("the backdrop of a popover", "css('.over::backdrop{background:red;pointer-events:none}');" + popover(DOT)),
            Arguments.of("a pseudo-element of a popover",
                    "css('.over::after{content:\"\";position:fixed;inset:0;background:red}');" + popover(DOT)),
            Arguments.of("a view transition of the page", TRANSITION.formatted("")),
            Arguments.of("a view transition of a part of the page",
                    TRANSITION.formatted(":root{view-transition-name:none} main{view-transition-name:part}")),
            html("a zoom that nobody can read", "zoom:.1"),
            html("opacity", "opacity:.1"),
            html("a filter", "filter:blur(9px)"),
            html("a blend mode", "mix-blend-mode:difference"),
            html("a clip path", "clip-path:inset(0 0 60% 0)"),
            html("a mask", "mask:linear-gradient(transparent,black)"),
            html("a transform", "transform:scale(.1) rotate(30deg)"),
            html("a perspective", "perspective:1px"),
            html("containment", "contain:strict;width:1px;height:1px;overflow:hidden;position:fixed"),
            html("right to left", "direction:rtl;unicode-bidi:bidi-override"),
            Arguments.of("styles for our element", "css('inkan-launch{opacity:.1!important;zoom:.2!important;position:fixed!important;"
                    + "transform:scale(.1)!important;filter:blur(9px)!important;clip-path:inset(50%)!important}')"),
            Arguments.of("an animation of our element", "document.querySelector('inkan-launch')"
                    + ".animate([{opacity: .1, zoom: .2}, {opacity: .1, zoom: .2}], 1e6)"),
            Arguments.of("the highest z-index", "const over = document.createElement('div');"
                    + "over.style.cssText = 'position:fixed;inset:0;z-index:2147483647;background:red;pointer-events:none';"
                    + "document.body.append(over)"));

    /** How the list looks where no page does anything. */
    private int[] list;

    private static Arguments over(String name, String style) {
        return Arguments.of(name, popover(style));
    }

    private static String popover(String style) {
        return """
            const over = document.createElement('div');
            over.popover = 'manual';
            over.className = 'over';
            over.style.cssText = 'position:fixed;border:0;padding:0;pointer-events:none;%s';
            document.body.append(over);
            over.showPopover();
            """.formatted(style);
    }

    private static Arguments html(String name, String style) {
        return Arguments.of(name + " of the whole page", "css('html{%s!important}')".formatted(style.replace(";", "!important;")));
    }

    @BeforeAll
    void lookAtList() throws IOException {
        openPage();
        list = press();
        closePanel();
    }

    private void openPage() {
        openBsms001("""
                <script>
                function css(rules) {
                  const sheet = new CSSStyleSheet();
                  sheet.replaceSync(rules);
                  document.adoptedStyleSheets = [sheet];
                }
                </script>
                """);
    }

    /** By the keyboard, which no cover keeps away. @return the pixels of the list, once it takes input */
    private int[] press() throws IOException {
        script("arguments[0].focus()", browser.launchButton());
        new Typist(browser).press(bank.url().toString(), Typist.ENTER);
        Panel panel = browser.panel();
        panel.await("CCHK001");
        panel.awaitInput();
        var picture = ImageIO.read(new ByteArrayInputStream(browser.picture()));
        return picture.getRGB(0, 0, picture.getWidth(), picture.getHeight(), null, 0, picture.getWidth());
    }

    @ParameterizedTest(name = "{0}")
    @FieldSource("ATTACKS")
    @DisplayName("has no say in what a press of it opens: that is all there, nothing of the page's is over it, and it takes input")
    void covered(String name, String attack) throws IOException {
        openPage();
        script(attack);
        assertThat(press()).isEqualTo(list);
    }
}
