package jp.inkan.e2e.browser;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import jp.inkan.e2e.SharedBank;
import jp.inkan.e2e.bank.PracticeBank;
import jp.inkan.e2e.bank.fault.Fault;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.openqa.selenium.By;
import org.openqa.selenium.JavascriptExecutor;
import org.openqa.selenium.WebDriver;

/** One browser for a whole class, at a bank whose pages somebody has broken into. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@Timeout(60)
abstract class HostilePages {
    /** The very page, with a button that counts what the bank itself hears of it. */
    static final String BSMS001 = """
            <meta charset=utf-8><title>証明書取得認証</title>
            <h1>証明書取得認証 <span>BSMS001</span></h1>
            <main><button id=bank onclick="window.heard = (window.heard ?? 0) + 1">証明書発行アプリの起動</button></main>
            """;

    final PracticeBank bank = SharedBank.get();
    Profile profile;
    BankBrowser browser;

    @BeforeAll
    void start(@TempDir Path folder) throws IOException {
        profile = Profile.create(folder, bank);
        profile.registerHost(Product.find());
        prepare();
        browser = BankBrowser.start(profile, "ja");
    }

    /** What must be on the PC before the browser starts. */
    void prepare() throws IOException {}

    @AfterAll
    void stop() {
        browser.close();
    }

    @BeforeEach
    void outOfFrames() {
        browser.driver().switchTo().defaultContent();
    }

    /** As a user does who is done. The bank's page is there again, loaded anew. */
    @AfterEach
    void closePanel() {
        if (browser.driver().getCurrentUrl().startsWith(BankBrowser.PANEL)) {
            browser.closePanel(WebDriver::close);
        }
    }

    long panels() {
        return new Targets(browser).tabs(BankBrowser.PANEL).count();
    }

    /** Opens BSMS001 with something in front that isn't the bank's: a script in it runs before any of ours. */
    void openBsms001(String before) {
        open("/certificate", Map.of(), before + BSMS001);
        browser.launchButton();
    }

    void open(String path, Map<String, String> headers, String html) {
        bank.answerNext(path, new Fault.Page(headers, html));
        browser.open(bank.url().resolve(path).toString());
    }

    /** In the page's own world, or in that of the frame the driver looks into. */
    Object script(String script, Object... arguments) {
        return ((JavascriptExecutor) browser.driver()).executeScript(script, arguments);
    }

    /** @param script calls {@code done} when it is done */
    Object asyncScript(String script, Object... arguments) {
        return ((JavascriptExecutor) browser.driver())
                .executeAsyncScript("const done = arguments[arguments.length - 1];" + script, arguments);
    }

    /** Two idle moments: content scripts of document_idle have run by then. */
    void awaitIdle() {
        script("requestIdleCallback(() => requestIdleCallback(() => { window.idle = true; }))");
        browser.until(_ -> Boolean.TRUE.equals(script("return window.idle")));
    }

    int count(String tag) {
        return browser.driver().findElements(By.tagName(tag)).size();
    }
}
