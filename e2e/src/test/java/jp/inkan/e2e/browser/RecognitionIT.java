package jp.inkan.e2e.browser;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import jp.inkan.e2e.bank.BankOptions;
import jp.inkan.e2e.bank.PracticeBank;
import jp.inkan.e2e.bank.fault.Fault;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;
import org.openqa.selenium.By;
import org.openqa.selenium.JavascriptExecutor;

/** The very page BSMS001, in the right place and in wrong ones. */
@DisplayName("The extension's button")
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@Timeout(60)
class RecognitionIT {
    private static final String HOST = "www.cc9999.bizsol.anser.ne.jp";
    private static final String[] LOOK_ALIKES = {
        "www.cc9999.bizsol.anser.ne.jp.example.jp",
        "www.cc99990.bizsol.anser.ne.jp",
        "cc9999.bizsol.anser.ne.jp",
        "www.cc9999.www.cc9999.bizsol.anser.ne.jp",
        "www-cc9999.bizsol.anser.ne.jp"
    };
    private static final String BSMS001 = "<h1>証明書取得認証 <span>BSMS001</span></h1><button>証明書発行アプリの起動</button>";

    private PracticeBank bank;
    private PlainPages plain;
    private BankBrowser browser;

    @BeforeAll
    void start(@TempDir Path folder) throws IOException {
        bank = PracticeBank.start(BankOptions.defaults().withExtraNames(LOOK_ALIKES));
        plain = PlainPages.start()
                .with("/certificate", BSMS001)
                .with("/frame", "<p>A page with the bank's in it.</p><iframe src='https://" + HOST + "/certificate'></iframe>");
        var names = new TreeMap<String, Integer>();
        for (String name : LOOK_ALIKES) {
            names.put(name, bank.ports().get(HOST));
        }
        String rules = "MAP " + HOST + ":80 127.0.0.1:" + plain.port() + ", MAP " + HOST + ":8443 127.0.0.1:"
                + bank.ports().get(HOST) + ", " + bank.resolverRules(Map.copyOf(names));
        Profile profile = Profile.create(folder, bank);
        profile.registerHost(Product.find());
        browser = BankBrowser.start(profile, "ja", rules, "--disable-features=HttpsUpgrades,HttpsFirstBalancedModeAutoEnable");
    }

    @AfterAll
    void stop() throws IOException {
        browser.close();
        plain.close();
        bank.close();
    }

    @BeforeEach
    void outOfFrames() {
        browser.driver().switchTo().defaultContent();
    }

    private void assertNoButton(String url) {
        browser.open(url);
        assertThat(browser.driver().getCurrentUrl()).isEqualTo(url);
        assertThat(browser.text(By.tagName("body"))).isNotEmpty();
        awaitIdle();
        assertThat(browser.hasLaunchButton()).isFalse();
    }

    /** Two idle moments: content scripts of document_idle have run by then. */
    private void awaitIdle() {
        ((JavascriptExecutor) browser.driver()).executeAsyncScript(
                "const done = arguments[0]; requestIdleCallback(() => requestIdleCallback(() => done()))");
    }

    @Test
    @DisplayName("is on BSMS001 of an allowed host, once, beside the bank's own")
    void right() {
        browser.open("https://" + HOST + "/certificate");
        browser.launchButton();
        assertThat(browser.driver().findElements(By.tagName("inkan-launch"))).hasSize(1);
        assertThat(browser.driver().findElement(By.xpath("//inkan-launch/preceding-sibling::*[1]")).getText())
                .isEqualTo("証明書発行アプリの起動");
    }

    @ParameterizedTest
    @FieldSource("LOOK_ALIKES")
    @DisplayName("isn't on the same page of another host")
    void otherHosts(String host) {
        assertNoButton("https://" + host + "/certificate");
    }

    @Test
    @DisplayName("isn't on another port of the host")
    void otherPort() {
        assertNoButton("https://" + HOST + ":8443/certificate");
    }

    @Test
    @DisplayName("isn't on the page over http")
    void http() {
        assertNoButton("http://" + HOST + "/certificate");
        assertThat(browser.driver().getPageSource()).contains("BSMS001", "証明書発行アプリの起動");
    }

    @Test
    @DisplayName("isn't in a frame, nor on the page around it")
    void frame() {
        // The bank forbids frames; another might not, and then the extension still must.
        bank.answerNext("/certificate", new Fault.WithoutHeader("X-Frame-Options"));
        assertNoButton("http://127.0.0.1:" + plain.port() + "/frame");
        browser.driver().switchTo().frame(0);
        assertThat(browser.text(By.tagName("h1"))).isEqualTo("証明書取得認証");
        awaitIdle();
        assertThat(browser.hasLaunchButton()).isFalse();
    }

    @Test
    @DisplayName("isn't on the bank's other pages")
    void otherPages() {
        assertNoButton("https://" + HOST + "/login");
    }

    @Test
    @DisplayName("opens nothing when the page's own script clicks it")
    void untrustedClick() {
        browser.open("https://" + HOST + "/certificate");
        browser.launchButton();
        var script = (JavascriptExecutor) browser.driver();
        assertThat(script.executeScript("return document.querySelector('inkan-launch').shadowRoot")).isNull();
        script.executeScript("arguments[0].click(); arguments[0].dispatchEvent(new MouseEvent('click', {bubbles: true}))",
                browser.launchButton());
        assertThat(new Targets(browser).tabs(BankBrowser.PANEL)).isEmpty();
        browser.openPanel().await("CCHK001");
    }
}
