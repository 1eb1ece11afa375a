package jp.inkan.e2e.browser;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import jp.inkan.e2e.bank.state.Plan;
import jp.inkan.e2e.bank.state.Step;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.openqa.selenium.By;
import org.openqa.selenium.JavascriptExecutor;

/** What a bank, or one who got at its data, may put into names and questions. */
@DisplayName("Text from the bank that isn't only text")
class StrangeTextIT extends AtTheBank {
    private static final String MARKUP = "<img src=x onerror=alert(1)>";
    private static final String QUESTION = MARKUP + " \u202e逆\u2066孤\u2069\u200b零\u200e\ufeff&amp; " + "長".repeat(150);

    @Test
    @DisplayName("is shown as text in CCHK006, CCHK007 and CCHK001, without marks that turn or hide it, and breaks no layout")
    void shownAsText() throws IOException {
        user = bank.addUser("a\u202eb\u2066<b>" + "w".repeat(50), Plan.asking(Step.QUESTION).withQuestion(QUESTION, "answer"));
        try (BankBrowser browser = at("/certificate")) {
            Panel panel = browser.openPanel();
            panel.beginIssue();
            panel.signIn(user.loginId(), user.password());
            panel.await("CCHK006");
            assertThat(browser.text(By.cssSelector("[data-question]"))).isEqualTo(MARKUP + " 逆孤零&amp; " + "長".repeat(150));
            assertPlain(browser);
            panel.type("answer", "answer");
            panel.click("submit");
            panel.await("CCHK007");
            assertThat(panel.text()).contains("ab<b>www").doesNotContain("\u202e", "\u2066");
            assertPlain(browser);
            browser.open(bank.url().resolve("/certificate").toString());
            assertThat(browser.notice("restart").findElement(By.cssSelector("[role=status]")).getText())
                    .contains("ab<b>www").doesNotContain("\u202e", "\u2066");
            browser.openPanel().await("CCHK001");
            assertPlain(browser);
        }
    }

    private static void assertPlain(BankBrowser browser) {
        var script = (JavascriptExecutor) browser.driver();
        assertThat(browser.driver().findElements(By.cssSelector("main img, main b"))).isEmpty();
        assertThat(script.executeScript("const main = document.querySelector('main'); return main.scrollWidth <= main.clientWidth")).isEqualTo(true);
    }
}
