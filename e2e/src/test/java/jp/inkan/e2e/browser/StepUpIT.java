package jp.inkan.e2e.browser;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import jp.inkan.e2e.SharedBank;
import jp.inkan.e2e.bank.PracticeBank;
import jp.inkan.e2e.bank.state.Obstacle;
import jp.inkan.e2e.bank.state.Plan;
import jp.inkan.e2e.bank.state.Step;
import jp.inkan.e2e.bank.state.User;
import jp.inkan.e2e.bank.token.Token;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.openqa.selenium.By;
import org.openqa.selenium.WebElement;

/** One browser for all; each test has a user of its own. The token reads the QR code off the screen. */
@DisplayName("Step-ups")
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@Timeout(90)
class StepUpIT {
    private final PracticeBank bank = SharedBank.get();
    private BankBrowser browser;

    @BeforeAll
    void start(@TempDir Path folder) throws IOException {
        Profile profile = Profile.create(folder, bank);
        profile.registerHost(Product.find());
        browser = BankBrowser.start(profile, "ja");
    }

    @AfterAll
    void stop() {
        browser.close();
    }

    private Panel signIn(User user) {
        browser.open(bank.url().resolve("/certificate").toString());
        Panel panel = browser.openPanel();
        panel.beginIssue();
        panel.signIn(user.loginId(), user.password());
        return panel;
    }

    static Stream<Arguments> plans() {
        return Stream.of(
                Arguments.of("CCHK003, one-time password", Plan.asking(Step.ONE_TIME_PASSWORD), List.of("CCHK003", "CCHK007")),
                Arguments.of("CCHK005, transaction with a QR code", Plan.asking(Step.TRANSACTION), List.of("CCHK005", "CCHK007")),
                Arguments.of("CCHK006, question", Plan.asking(Step.QUESTION).withQuestion("出身校は？", "練馬第一小学校"),
                        List.of("CCHK006", "CCHK007")),
                Arguments.of("CCHK004, a token that has drifted",
                        Plan.asking(Step.ONE_TIME_PASSWORD).withDrift(Duration.ofMinutes(4)),
                        List.of("CCHK003", "CCHK004", "CCHK007")),
                Arguments.of("all of them, in another order",
                        Plan.asking(Step.QUESTION, Step.ONE_TIME_PASSWORD, Step.TRANSACTION)
                                .withQuestion("はじめて飼った動物は？", "ねこ").withDrift(Duration.ofMinutes(-4)),
                        List.of("CCHK006", "CCHK003", "CCHK004", "CCHK005", "CCHK007")));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("plans")
    @DisplayName("come in the bank's order, and end with the certificate")
    void plays(String name, Plan plan, List<String> screens) throws IOException {
        User user = bank.addUser(plan);
        var seen = new ArrayList<String>();
        new StepUps(browser, signIn(user), user, bank).answerAll(seen::add);
        assertThat(seen).isEqualTo(screens);
        assertThat(bank.issuedFor(user.loginId())).isEqualTo(1);
    }

    @Test
    @DisplayName("that are answered wrongly come again with the reason and the tries left; digits in full width are right")
    void wrongThenRight() throws IOException {
        User user = bank.addUser(Plan.asking(Step.ONE_TIME_PASSWORD));
        Panel panel = signIn(user);
        panel.await("CCHK003");
        String right = Token.of(user).oneTimePassword(bank.now());
        panel.type("oneTimePassword", right.startsWith("0") ? "111111" : "000000");
        panel.click("submit");
        WebElement problem = panel.awaitProblem("answer-wrong");
        assertThat(problem.getText()).contains("G006e").contains("あと 2 回");

        right = Token.of(user).oneTimePassword(bank.now());
        String wide = right.chars().map(c -> c - '0' + '０')
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append).toString();
        panel.type("oneTimePassword", wide.substring(0, 3) + " " + wide.substring(3));
        panel.click("submit");
        panel.await("CCHK007");
    }

    @Test
    @DisplayName("that are answered wrongly three times end the flow: the login id is locked, nothing is issued")
    void locked() throws IOException {
        User user = bank.addUser(Plan.asking(Step.QUESTION).withQuestion("出身校は？", "練馬第一小学校"));
        Panel panel = signIn(user);
        for (int left = 2; left >= 1; left--) {
            panel.await("CCHK006");
            panel.type("answer", "ちがう答え");
            panel.click("submit");
            int tries = left;
            browser.until(d -> d.findElement(By.cssSelector("[data-tries-left='" + tries + "']")));
        }
        panel.type("answer", "ちがう答え");
        panel.click("submit");
        assertThat(panel.await("error").getAttribute("data-reason")).isEqualTo("login-locked");
        assertThat(bank.issuedFor(user.loginId())).isZero();
    }

    @Test
    @DisplayName("can be left by 戻る: the list comes again, and nothing is issued")
    void back() throws IOException {
        User user = bank.addUser(Plan.asking(Step.TRANSACTION));
        Panel panel = signIn(user);
        panel.await("CCHK005");
        panel.click("back");
        panel.await("CCHK001");
        assertThat(bank.issuedFor(user.loginId())).isZero();
    }

    static Stream<Named<Obstacle>> obstacles() {
        return Stream.of(Obstacle.values()).map(each -> Named.of(each.code() + ", " + each.reason(), each));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("obstacles")
    @DisplayName("don't come where something must be registered first: the code is shown, and the way out")
    void refused(Obstacle obstacle) throws IOException {
        User user = bank.addUser(Plan.refused(obstacle));
        WebElement error = signIn(user).await("error");
        assertThat(error.getAttribute("data-code")).isEqualTo(obstacle.code());
        assertThat(error.getAttribute("data-reason")).isEqualTo(obstacle.reason());
        assertThat(error.getText()).contains("[" + obstacle.code() + "]", "ログインし");
        assertThat(bank.issuedFor(user.loginId())).isZero();
    }
}
