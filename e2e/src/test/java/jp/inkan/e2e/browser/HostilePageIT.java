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

    private Object script(String script) {
        return ((JavascriptExecutor) browser.driver()).executeScript(script);
    }

    @Test
    @DisplayName("a panel that the page moves is gone, and nothing can be typed")
    void movedPanel() {
        script(MOVE_PANEL);
        browser.launchButton().click();
        browser.until(d -> script("return moved").equals(1L));
        assertThat(browser.driver().findElements(By.tagName("inkan-panel"))).isEmpty();
        assertThat(script("return document.activeElement.localName")).isNotEqualTo("inkan-panel");
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
        panel.click("issue");
        panel.await("CCHK002");
        panel.type("loginId", "logid031");
        assertThat(panel.field("loginId").getDomProperty("value")).isEqualTo("logid031");
        System.err.println("MEASURED " + script("return innerWidth+'x'+innerHeight + ' ' + document.querySelector('#panel').scrollTop"));
        try { browser.savePicture(Path.of("/tmp/hostile-" + width + ".png")); } catch (IOException e) { throw new AssertionError(e); }
    }

    @ParameterizedTest
    @org.junit.jupiter.params.provider.ValueSource(doubles = {0.67, 0.9, 1.1, 1.25, 1.5, 1.75, 2, 3})
    void probeZoom(double zoom) throws IOException {
        browser.close();
        Profile profile = Profile.create(folder.resolve("z"), SharedBank.get());
        profile.registerHost(Product.find());
        Path prefs = profile.userData().resolve("Default/Preferences");
        System.err.println("PREFS " + java.nio.file.Files.exists(prefs));
        java.nio.file.Files.createDirectories(prefs.getParent());
        java.nio.file.Files.writeString(prefs, "{\"partition\":{\"default_zoom_level\":{\"x\":" + Math.log(zoom) / Math.log(1.2) + "}}}");
        browser = BankBrowser.start(profile, "ja");
        browser.open(SharedBank.get().url().resolve("/certificate").toString());
        Panel panel = browser.openPanel();
        try {
        browser.until(d -> d.findElements(By.cssSelector("main[inert]")).isEmpty());
        System.err.println("ZOOM " + zoom + " alive " + script("return devicePixelRatio + ' ' + innerWidth+'x'+innerHeight"));
        } catch (RuntimeException e) { System.err.println("ZOOM " + zoom + " DEAD " + script("return devicePixelRatio + ' ' + innerWidth+'x'+innerHeight")); throw e; }
    }

    @Test
    void probeScale() {
        for (String scale : new String[] {"1.1", "1.25", "1.5"}) {
            browser.close();
            try {
                Profile profile = Profile.create(folder.resolve("s" + scale), SharedBank.get());
                profile.registerHost(Product.find());
                browser = BankBrowser.start(profile, "ja", profile.bank().resolverRules(), "--force-device-scale-factor=" + scale);
            } catch (IOException e) { throw new AssertionError(e); }
            browser.open(SharedBank.get().url().resolve("/certificate").toString());
            Panel panel = browser.openPanel();
            browser.until(d -> d.findElements(By.cssSelector("main[inert]")).isEmpty());
            System.err.println("SCALE " + scale + " alive " + script("return devicePixelRatio + ' ' + innerWidth+'x'+innerHeight"));
        }
    }

    @Test
    void probeElement() throws Exception {
        script("""
            window.got = []; window.defined = 0;
            for (const name of ['inkan-panel', 'inkan-launch']) customElements.define(name, class extends HTMLElement {
              constructor() { super(); defined += 1; try { this.i = this.attachInternals(); } catch (e) { got.push('ctor ' + e) } }
              connectedCallback() { got.push(name + ' root ' + (this.i && this.i.shadowRoot)); }
            });
            document.querySelector('inkan-launch').remove();""");
        Thread.sleep(500);
        browser.launchButton().click();
        Thread.sleep(1500);
        System.err.println("ELEMENT " + script("return defined + ' ' + JSON.stringify(got) + ' ' + !!document.querySelector('inkan-panel')"));
    }

    @Test
    void probeMoveBefore() throws Exception {
        script(MOVE_PANEL.replace("node.remove();", "").replace("box.append(node)", "box.moveBefore(node, null)"));
        browser.launchButton().click();
        Thread.sleep(1500);
        System.err.println("MOVEBEFORE " + script("return moved + ' ' + !!document.querySelector('inkan-panel')"));
    }

    @Test
    void probeOld() throws Exception {
        script(MOVE_PANEL);
        browser.launchButton().click();
        Thread.sleep(3000);
        System.err.println("MOVED " + script("return moved + ' panels ' + document.querySelectorAll('inkan-panel').length"));
        if (browser.driver().findElements(By.tagName("inkan-panel")).isEmpty()) return;
        Panel panel = Panel.in(browser);
        System.err.println("MOVED inert " + browser.driver().findElements(By.cssSelector("main[inert]")).size() + " " + script("return innerWidth+'x'+innerHeight") + panel.text());
    }
}
