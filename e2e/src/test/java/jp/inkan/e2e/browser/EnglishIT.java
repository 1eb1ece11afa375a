package jp.inkan.e2e.browser;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.regex.Pattern;
import jp.inkan.e2e.Held;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.openqa.selenium.By;
import org.openqa.selenium.SearchContext;

/** The bank's own pages stay Japanese: only what is ours is looked at. */
@DisplayName("In an English browser")
class EnglishIT extends AtTheBank {
    private static final Pattern JAPANESE = Pattern.compile("[\\p{IsHiragana}\\p{IsKatakana}\\p{IsHan}]");

    private BankBrowser english(String path) {
        BankBrowser browser = BankBrowser.start(profile, "en");
        browser.open(bank.url().resolve(path).toString());
        return browser;
    }

    private static String textOf(SearchContext bar) {
        return bar.findElement(By.cssSelector("section")).getText();
    }

    private static void assertEnglish(String text) {
        assertThat(text).isNotBlank().doesNotContainPattern(JAPANESE);
    }

    @Test
    @DisplayName("BLGI001, CCHK001 to CCHK007: the bars, the panel and the way from one to the other are English")
    void barsAndPanel() {
        hold(Held.RENEWABLE);
        try (BankBrowser browser = english("/login")) {
            SearchContext expiry = browser.notice("expiry");
            assertEnglish(textOf(expiry));
            assertThat(textOf(expiry)).contains("A certificate expires soon", user.loginId() + " A001", "26 days left");
            BankBrowser.away(expiry.findElement(By.cssSelector("[data-action='renew']"))::click);

            Panel panel = browser.panel();
            panel.await("CCHK001");
            assertEnglish(panel.text());
            assertThat(browser.driver().findElement(By.tagName("html")).getAttribute("lang")).isEqualTo("en");
            panel.renew("wrong");
            assertThat(panel.awaitProblem("credentials").getText()).contains("[G006e]", "4 more wrong attempts");
            assertEnglish(panel.text());
            panel.type("password", user.password());
            panel.click("submit");
            panel.await("CCHK007");
            assertEnglish(panel.text());
            panel.click("close");

            SearchContext restart = browser.notice("restart");
            assertEnglish(textOf(restart));
            assertThat(textOf(restart)).contains("Close the browser to use the new certificate");
            Accessibility.assertNothingWrong(browser.driver(), restart);
        }
    }

    @Test
    @DisplayName("toolbar: the institutions have their English names")
    void toolbar() {
        try (BankBrowser browser = english("/help")) {
            Panel panel = browser.openPanelByToolbar();
            panel.await("institutions");
            assertEnglish(panel.text());
            assertThat(panel.text()).contains("Choose a bank", "Gunmaken Credit Union", "Tokyo Kosei Credit Union",
                    "Nakanogo Credit Union", "Nozomi Credit Union", "Practice: this is not a real bank");
            panel.chooseInstitution("2235");
            assertThat(browser.text(By.cssSelector("[data-unsupported]"))).contains("the bank’s own program");
        }
    }
}
