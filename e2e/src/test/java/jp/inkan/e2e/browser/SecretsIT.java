package jp.inkan.e2e.browser;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import jp.inkan.e2e.Secrets;
import jp.inkan.e2e.bank.state.Plan;
import jp.inkan.e2e.bank.state.Step;
import jp.inkan.e2e.bank.state.User;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.openqa.selenium.JavascriptExecutor;

@DisplayName("Secrets, seen from outside the panel")
class SecretsIT extends AtTheBank {
    private static final String ANSWER = "ねりまだいいち";

    @Test
    @DisplayName("are in no file of the browser's or the user's after a whole run, and on no screen that comes after theirs")
    void nowhere() throws Exception {
        User careful = bank.addUser(Plan.asking(Step.QUESTION).withQuestion("出身校は？", ANSWER));
        var told = new ArrayList<>(List.of(careful.password(), "wrong-" + careful.password(), ANSWER));
        try (BankBrowser browser = at("/certificate")) {
            Panel panel = browser.openPanel();
            panel.beginIssue();
            panel.signIn(careful.loginId(), "wrong-" + careful.password());
            panel.awaitProblem("credentials");
            assertThat(panel.field("password").getDomProperty("value")).isEmpty();
            panel.type("password", careful.password());
            panel.click("submit");
            panel.await("CCHK006");
            panel.type("answer", ANSWER);
            panel.click("submit");
            panel.await("CCHK007");
            var script = (JavascriptExecutor) browser.driver();
            Object document = script.executeScript("return document.documentElement.outerHTML");
            new Secrets(told).assertNotIn(document.toString().getBytes(), "the panel's document");
            for (String area : List.of("local", "session")) {
                new Secrets(told).assertNotIn(
                        browser.worker().evaluate("chrome.storage." + area + ".get()").toString().getBytes(), "storage." + area);
            }
            panel.click("close");
            browser.launchButton();
        }
        new Secrets(told).assertNotBelow(folder);
    }
}
