package jp.inkan.e2e.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import jp.inkan.e2e.Held;
import jp.inkan.e2e.bank.BankOptions;
import jp.inkan.e2e.bank.PracticeBank;
import jp.inkan.e2e.bank.state.User;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.openqa.selenium.By;
import org.openqa.selenium.JavascriptExecutor;
import org.openqa.selenium.WebElement;

/** Real policies in a real browser; the institution's own domain leads to the practice bank. */
@DisplayName("What the administrator sets")
@Timeout(120)
class AdministratorIT {
    private static final String HOST = "netbanking.inkan.test";
    private static final String ORIGIN = "https://" + HOST;
    private static final String ADDED = "{\"institutions\": [{\"code\": \"9999\", \"origin\": \"" + ORIGIN + "\"}]}";

    @TempDir
    private Path folder;

    private PracticeBank bank;
    private Profile profile;
    private User user;
    private Administrator administrator;

    @BeforeEach
    void install() throws IOException {
        bank = PracticeBank.start(BankOptions.defaults().withExtraNames(HOST));
        profile = Profile.create(folder, bank);
        profile.registerHost(Product.find());
        user = bank.addUser();
        administrator = Administrator.in(folder.resolve("administrator"));
    }

    @AfterEach
    void close() throws IOException {
        bank.close();
    }

    private BankBrowser start() {
        String rules = bank.resolverRules(Map.of(HOST, bank.ports().get(bank.url().getHost())));
        return BankBrowser.start(administrator.program(), profile, "ja", rules, profile.environment());
    }

    /** What the settings page says of the origin. It draws itself anew when the browser hears of a policy. */
    private static String onSettingsPage(BankBrowser browser, boolean allowed) {
        browser.openExtensionPage("options/options.html");
        return browser.text(By.cssSelector("[data-origin='" + ORIGIN + "'][data-allowed='" + allowed + "']"));
    }

    private static boolean hasPermission(BankBrowser browser) {
        return browser.worker().evaluate("chrome.permissions.contains({origins: ['" + ORIGIN + "/*']})").asBoolean();
    }

    private static JsonNode scripts(BankBrowser browser) {
        return browser.worker().evaluate("chrome.scripting.getRegisteredContentScripts().then((all) => all.map(({matches}) => matches[0]))");
    }

    /**
     * As when the user presses 許可する and then agrees in the browser's own dialog, which no driver can click. A dialog isn't
     * shown for what the user has agreed to before: so the browser's page of extensions, where users can do that too, is told
     * first. That alone allows nothing yet.
     */
    private static void allow(BankBrowser browser) {
        browser.open("chrome://extensions/?id=" + Product.EXTENSION_ID);
        ((JavascriptExecutor) browser.driver()).executeAsyncScript(
                "chrome.developerPrivate.addHostPermission(arguments[0], arguments[1]).then(arguments[2])",
                Product.EXTENSION_ID, ORIGIN + "/*");
        assertThat(onSettingsPage(browser, false)).contains("許可する");
        assertThat(hasPermission(browser)).isFalse();
        browser.until(d -> {
            d.findElement(By.cssSelector("[data-origin] [data-action='allow']")).click();
            return true;
        });
        browser.until(d -> d.findElement(By.cssSelector("[data-origin][data-allowed='true'] [role=status]")).getText().contains("許可しました"));
        browser.until(_ -> scripts(browser).toString().contains(ORIGIN));
    }

    /** The page is there, and scripts of document_idle have run. */
    private static void assertNothingOfOurs(BankBrowser browser) {
        browser.open(ORIGIN + "/certificate");
        assertThat(browser.text(By.tagName("h1"))).isNotEmpty();
        ((JavascriptExecutor) browser.driver()).executeAsyncScript(
                "const done = arguments[0]; requestIdleCallback(() => requestIdleCallback(() => done()))");
        assertThat(browser.hasLaunchButton()).isFalse();
    }

    @Test
    @DisplayName("settings page: an institution's own domain is listed and not allowed; until the user allows it nothing happens there")
    void notAllowed() throws IOException {
        administrator.set(ADDED);
        try (BankBrowser browser = start()) {
            assertThat(onSettingsPage(browser, false)).contains(ORIGIN, "金融機関コード 9999", "許可する");
            Accessibility.assertNothingWrong(browser.driver());
            assertThat(scripts(browser)).isEmpty();

            assertNothingOfOurs(browser);
            browser.openPanelByToolbar().await("institutions");
        }
    }

    @Test
    @DisplayName("BSMS001: once allowed, the panel works on that domain, to CCHK007, also after a restart; the host is told of the institution by code")
    void allowed() throws IOException {
        administrator.set(ADDED);
        try (BankBrowser browser = start()) {
            allow(browser);
            browser.open(ORIGIN + "/certificate");
            browser.launchButton();
        }
        try (BankBrowser browser = start()) {
            assertThat(onSettingsPage(browser, true)).contains("許可されています");
            browser.open(ORIGIN + "/certificate");
            Panel panel = browser.openPanelByBanksButton("証明書発行アプリの起動");
            assertThat(panel.certificates()).isEmpty();
            assertThat(panel.text()).contains("練習用", "金融機関のページ：www.cc9999.bizsol.anser.ne.jp");
            panel.beginIssue();
            panel.signIn(user.loginId(), user.password());
            panel.await("CCHK007");
            assertThat(bank.issuedFor(user.loginId())).isEqualTo(1);
        }
    }

    @Test
    @DisplayName("a domain that the administrator takes away is given back at once, and nothing happens there any more")
    void takenAway() throws IOException {
        administrator.set(ADDED);
        try (BankBrowser browser = start()) {
            allow(browser);
            administrator.set("{}");
            browser.until(_ -> !hasPermission(browser));
            browser.until(_ -> scripts(browser).isEmpty());
            assertNothingOfOurs(browser);
            browser.openExtensionPage("options/options.html");
            browser.until(d -> d.findElement(By.tagName("main")).getText().contains("追加したページは、ありません"));
            assertThat(browser.driver().findElements(By.cssSelector("[data-origin]"))).isEmpty();
        }
    }

    @Test
    @DisplayName("settings page: reminders switched off can't be switched on, and nobody is reminded; set free again, they come")
    void notifications() throws IOException {
        administrator.set("{\"notifications\": false}");
        Held held = Held.since(Held.RENEWABLE, user, bank, profile);
        try (BankBrowser browser = start()) {
            browser.openExtensionPage("options/options.html");
            // The page may be drawn anew at any moment.
            browser.until(d -> {
                WebElement setting = d.findElement(By.cssSelector("[data-managed='true'] [data-setting='notifications']"));
                return !setting.isEnabled() && !setting.isSelected();
            });
            assertThat(browser.text(By.id("reminders-text"))).contains("社内のシステム担当者");
            Accessibility.assertNothingWrong(browser.driver());

            // The worker has looked at the certificates: it has written down of which it told, and that is none.
            browser.until(_ -> browser.worker().evaluate("chrome.storage.local.get('toldOfExpiry').then((s) => s.toldOfExpiry?.ids.length ?? -1)").asInt() == 0);
            assertThat(browser.worker().notifications()).isEmpty();
            assertThat(browser.worker().badge()).isEmpty();

            administrator.set("{}");
            browser.until(d -> d.findElement(By.cssSelector("[data-managed='false'] [data-setting='notifications']")).isSelected());
            browser.until(_ -> browser.worker().notifications().toString().contains(held.id()));
            assertThat(browser.worker().badge()).isEqualTo("26");
        }
    }
}
