package jp.inkan.e2e.browser;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import jp.inkan.e2e.SharedBank;
import jp.inkan.e2e.bank.PracticeBank;
import jp.inkan.e2e.bank.state.Obstacle;
import jp.inkan.e2e.bank.state.Plan;
import jp.inkan.e2e.bank.state.User;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.openqa.selenium.WebElement;

/** The rows G010e to G020e of the manuals' tables: what a customer must do at the bank first. */
@DisplayName("A sign-in that the bank refuses until something is registered")
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@Timeout(60)
class RefusedSignInIT {
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

    @ParameterizedTest
    @EnumSource(Obstacle.class)
    @DisplayName("is shown with its code, and with the way out: log in and register")
    void refused(Obstacle obstacle) throws IOException {
        User user = bank.addUser(Plan.refused(obstacle));
        browser.driver().switchTo().defaultContent();
        browser.open(bank.url().resolve("/certificate").toString());
        Panel panel = browser.openPanel();
        panel.click("issue");
        panel.signIn(user.loginId(), user.password());
        WebElement error = panel.await("error");
        assertThat(error.getAttribute("data-code")).isEqualTo(obstacle.code());
        assertThat(error.getAttribute("data-reason")).isEqualTo(obstacle.reason());
        assertThat(error.getText()).contains("[" + obstacle.code() + "]", "ログインし");
        assertThat(bank.issuedFor(user.loginId())).isZero();
    }
}
