package jp.inkan.e2e.browser;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import jp.inkan.e2e.Held;
import jp.inkan.e2e.bank.BankOptions;
import jp.inkan.e2e.bank.PracticeBank;
import jp.inkan.e2e.bank.fault.Fault;
import jp.inkan.e2e.bank.state.Institution;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.openqa.selenium.By;
import org.openqa.selenium.JavascriptExecutor;
import org.openqa.selenium.WebElement;

/** The four institutions of whom there are manuals. Their banks don't speak our protocol, and no test reaches them. */
@DisplayName("The institutions in the panel")
class InstitutionsIT extends AtTheBank {
    /** @param expired what somebody does whose certificate has expired */
    private record Known(String code, String name, String service, String expired) {
        Institution institution() {
            return new Institution(code, name);
        }
    }

    private static final List<Known> REAL = List.of(
            new Known("2146", "群馬県信用組合", "法人向けインターネットバンキング", "issue"),
            new Known("2224", "東京厚生信用組合", "こうしんビジネスネットバンキング", "revoke-first"),
            new Known("2235", "中ノ郷信用組合", "なかのごうビジネスネットバンキング", "revoke-first"),
            new Known("2549", "のぞみ信用組合", "法人インターネットバンキング", "issue"));
    /** 35 days of Japan's calendar are left: fewer than 40, more than 30. */
    private static final Duration NEARLY = Duration.ofDays(331);

    private Held hold(String code, Duration age) {
        Known known = REAL.stream().filter(each -> each.code().equals(code)).findFirst().orElseThrow();
        return Held.of(known.institution(), age, profile);
    }

    private static WebElement choice(BankBrowser browser, String code) {
        return browser.until(d -> d.findElement(By.cssSelector("[data-action='choose'][data-institution='" + code + "']")));
    }

    private static List<String> rows(BankBrowser browser) {
        return browser.driver().findElements(By.cssSelector("[data-action='choose']")).stream()
                .map(button -> button.getAttribute("data-institution")).toList();
    }

    private static void assertNothingToPress(BankBrowser browser) {
        assertThat(browser.driver().findElements(
                By.cssSelector("[data-action='issue'], [data-action='renew'], [data-at-hand]"))).isEmpty();
    }

    @Test
    @DisplayName("toolbar: all of them by the names that their customers know, and the practice bank, which says that it is one")
    void names() {
        try (BankBrowser browser = start()) {
            browser.openPanelByToolbar().await("institutions");
            assertThat(rows(browser)).isEqualTo(List.of("2146", "2224", "2235", "2549", "9999"));
            for (Known known : REAL) {
                assertThat(choice(browser, known.code()).getText())
                        .contains(known.name(), known.service(), "証明書はありません").doesNotContain("練習用");
            }
            assertThat(choice(browser, "9999").getText()).contains("練習用：本物の金融機関ではありません");
        }
    }

    @Test
    @DisplayName("CCHK001: none of the four is issued or renewed here: the panel sends to the bank's own program, and says what an expired certificate needs")
    void unsupported() {
        REAL.forEach(known -> Held.of(known.institution(), Held.EXPIRED, profile));
        try (BankBrowser browser = start()) {
            Panel panel = browser.openPanelByToolbar();
            for (Known known : REAL) {
                assertThat(choice(browser, known.code()).getText()).contains("証明書の有効期限が過ぎています");
                panel.chooseInstitution(known.code());
                assertThat(panel.await("CCHK001").getAttribute("data-supported")).isEqualTo("false");
                assertThat(browser.text(By.cssSelector("[data-unsupported]"))).contains("金融機関のアプリで行います", "「証明書発行アプリ」");
                assertThat(panel.text()).contains(known.name(), known.service(),
                        "金融機関のページ：www.cc" + known.code() + ".bizsol.anser.ne.jp");
                assertNothingToPress(browser);
                WebElement expired = browser.driver().findElement(By.cssSelector("[data-expired]"));
                assertThat(expired.getAttribute("data-expired")).isEqualTo(known.expired());
                assertThat(expired.getText().contains("マスターユーザー")).isEqualTo(known.expired().equals("revoke-first"));
                Accessibility.assertNothingWrong(browser.driver());
                panel.click("institutions");
                panel.await("institutions");
            }
        }
    }

    @Test
    @DisplayName("CCHK001: the practice bank, where it works, says what to have at hand for everything that it may ask")
    void atHand() {
        try (BankBrowser browser = start()) {
            Panel panel = browser.openPanelByToolbar();
            panel.chooseInstitution("9999");
            assertThat(panel.await("CCHK001").getAttribute("data-supported")).isEqualTo("true");
            assertThat(browser.text(By.cssSelector("[data-at-hand]"))).contains(
                    "ログインIDとログインパスワード", "ワンタイムパスワードのトークン", "二次元コードを読み取るトークン", "登録した質問の答え");
        }
    }

    @Test
    @DisplayName("expiry: with 35 days left 中ノ郷 and 東京厚生 remind, which remind from 40 days; 群馬県, from 30, only lists")
    void noticeDays() {
        Held gunma = hold("2146", NEARLY);
        Held tokyo = hold("2224", NEARLY);
        Held nakanogo = hold("2235", NEARLY);
        try (BankBrowser browser = start()) {
            browser.until(_ -> browser.worker().notifications().size() >= 2);
            assertThat(Stream.of(tokyo, nakanogo).map(Held::id).toList())
                    .allMatch(id -> browser.worker().notifications().toString().contains(id));
            assertThat(browser.worker().notifications().toString()).doesNotContain(gunma.id());
            browser.until(_ -> browser.worker().badge().equals("35"));

            Panel panel = browser.openPanelByToolbar();
            panel.chooseInstitution("2146");
            assertThat(panel.certificates()).containsExactly(gunma.id());
            assertThat(panel.text()).contains("あと 35 日");
            assertThat(browser.driver().findElement(By.cssSelector("li[data-certificate]")).getAttribute("data-renewable")).isEqualTo("true");
            assertNothingToPress(browser);
        }
    }

    @Test
    @DisplayName("BSMS001 of 中ノ郷: the panel says that it isn't supported, the bank's own button stays the bank's, and nothing is sent to any bank")
    void pageOfRealInstitution() throws IOException {
        String real = "www.cc2235.bizsol.anser.ne.jp";
        try (PracticeBank own = PracticeBank.start(BankOptions.defaults().withExtraNames(real))) {
            // Whoever signs in first, at whatever name, meets it.
            own.answerNext("/inkan/v1/sessions", new Fault.Refusal(403, "nobody-was-here-before"));
            Profile visitor = Profile.create(folder.resolve("visitor"), own);
            visitor.registerHost(Product.find());
            Held held = Held.of(new Institution("2235", "中ノ郷信用組合"), NEARLY, visitor);
            String rules = own.resolverRules(Map.of(real, own.ports().get(own.url().getHost())));
            try (BankBrowser browser = BankBrowser.start(visitor, "ja", rules)) {
                browser.open("https://" + real + "/certificate");
                Panel panel = browser.openPanel();
                assertThat(panel.certificates()).containsExactly(held.id());
                assertThat(panel.text()).contains("中ノ郷信用組合", "金融機関のページ：" + real);
                assertThat(browser.text(By.cssSelector("[data-unsupported]"))).contains("「証明書発行アプリ」");
                assertNothingToPress(browser);
                panel.click("close");

                assertThat(browser.launchButton().getAttribute("data-takes-over")).isEqualTo("false");
                browser.clickBank("証明書発行アプリの起動");
                browser.until(d -> d.getCurrentUrl().startsWith("https://" + real + "/certificate/app"));

                browser.openExtensionPage("panel/panel.html");
                assertThat(askedAnyway(browser)).isEqualTo("institution-unsupported");

                browser.open(own.url().resolve("/certificate").toString());
                Panel practice = browser.openPanel();
                practice.beginIssue();
                practice.signIn("logid031", "any");
                assertThat(practice.await("error").getAttribute("data-reason")).isEqualTo("bank-refused");
            }
        }
    }

    /** What the host says to a panel that asks for an issue though it offers none. */
    private static Object askedAnyway(BankBrowser browser) {
        return ((JavascriptExecutor) browser.driver()).executeAsyncScript("""
            const done = arguments[0];
            const port = chrome.runtime.connect({ name: 'panel' });
            port.onMessage.addListener((view) => {
              if (view.type === 'institutions') port.postMessage({ type: 'choose', institution: '2235' });
              if (view.type === 'certificates') port.postMessage({ type: 'issue' });
              if (view.type === 'failed') done(view.reason);
            });
            """);
    }
}
