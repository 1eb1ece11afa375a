package jp.inkan.e2e.bank;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.regex.Pattern;
import jp.inkan.e2e.bank.state.User;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("The bank's help")
class HelpTest {
    private static final Pattern LINK = Pattern.compile("href=\"https://www\\.cc9999\\.bizsol\\.anser\\.ne\\.jp([^\"]*)\"");

    @Test
    @DisplayName("names every user with the passwords, says who practises renewal, expiry and revocation, and how")
    void users() throws IOException {
        try (PracticeBank bank = PracticeBank.start()) {
            String help = Browser.of(bank).get("/help").text();
            for (User user : bank.users()) {
                assertThat(help).contains("<td>" + user.loginId() + "</td><td><code>" + user.password() + "</code>");
                user.confirmationPassword().ifPresent(password -> assertThat(help).contains(password));
            }
            assertThat(help).contains("<td>更新</td><td>logid051</td>", "<td>更新にはまだ早い</td><td>logid052</td>",
                    "<td>期限切れ</td><td>logid053</td>", "<td>失効</td><td>logid054</td>", "G010e", "マスターユーザー");
        }
    }

    @Test
    @DisplayName("is the same at both hosts, and its links lead somewhere")
    void links() throws IOException {
        try (PracticeBank bank = PracticeBank.start()) {
            Browser browser = Browser.of(bank);
            String help = browser.get("/help").text();
            assertThat(browser.getFromCertificateHost("/help").text()).isEqualTo(help);
            var paths = LINK.matcher(help).results().map(result -> result.group(1)).toList();
            assertThat(paths).contains("/login", "/token", "/clock", "/abnormal-end/BZBE001011",
                    "/abnormal-end/BZBE011008");
            for (String path : paths) {
                assertThat(browser.get(path).status()).as(path).isEqualTo(200);
            }
        }
    }
}
