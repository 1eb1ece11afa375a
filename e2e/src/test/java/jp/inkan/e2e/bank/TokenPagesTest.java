package jp.inkan.e2e.bank;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import jp.inkan.e2e.bank.state.Plan;
import jp.inkan.e2e.bank.state.Step;
import jp.inkan.e2e.bank.token.Token;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayName("The practice users' tokens")
class TokenPagesTest {
    private static PracticeBank bank;
    private static Browser browser;

    @BeforeAll
    static void open() throws IOException {
        bank = PracticeBank.start(BankOptions.defaults()
                .withClock(Clock.fixed(Instant.parse("2031-12-31T15:04:05.6Z"), ZoneOffset.UTC)));
        browser = Browser.of(bank);
    }

    @AfterAll
    static void close() throws IOException {
        bank.close();
    }

    @Test
    @DisplayName("are listed on a page, to which the help of both hosts leads, with every user and what they practise")
    void help() throws IOException {
        for (Answer help : new Answer[] {browser.get("/help"), browser.getFromCertificateHost("/help")}) {
            assertThat(help.text()).contains("href=\"https://www.cc9999.bizsol.anser.ne.jp/token\"", "時刻の同期",
                    "トランザクション認証(QRコード)、次にワンタイムパスワード、次に質問",
                    "G010e", "G011e", "G012e", "G013e", "G014e", "G015e", "G020e");
            bank.users().forEach(user -> assertThat(help.text())
                    .contains("<td>" + user.loginId() + "</td><td><code>" + user.password() + "</code></td>"));
            bank.users().stream().flatMap(user -> user.plan().question().stream())
                    .forEach(question -> assertThat(help.text()).contains(question.text(), question.answer()));
        }
        String list = browser.get("/token").text();
        assertThat(list)
                .contains("\"/token/logid032\"", "\"/token/logid033/qr\"", "\"/token/logid035\"",
                        "\"/token/logid035/qr\"", "\"/token/logid036\"")
                .doesNotContain("logid031", "logid034", "logid041", "\"/token/logid032/qr\"", "\"/token/logid033\"");
    }

    @Test
    @DisplayName("show the number now, the next one and the seconds between, and come again by themselves then")
    void numbers() throws IOException {
        var user = bank.addUser(Plan.asking(Step.ONE_TIME_PASSWORD).withDrift(Duration.ofSeconds(-130)));
        Token token = Token.of(user);
        Answer answer = browser.get("/token/" + user.loginId());
        // 15:04:05.6 is 15:01:55.6 for this token.
        assertThat(answer.text()).contains("<span id=\"seconds-left\">5</span>",
                "id=\"number-now\">" + token.oneTimePassword(bank.now()) + "<",
                "id=\"number-next\">" + token.oneTimePassword(bank.now().plusSeconds(60)) + "<");
        assertThat(answer.header("Refresh")).isEqualTo("5");
        assertThat(token.oneTimePassword(bank.now().plusSeconds(5)))
                .isEqualTo(token.oneTimePassword(bank.now().plusSeconds(60)));
    }

    @Test
    @DisplayName("are there for a login id with markup, spaces and letters of Japan")
    void escaping() throws IOException {
        String nasty = "<b> \"&' 花子+";
        bank.addUser(nasty, Plan.asking(Step.TRANSACTION));
        String path = "/token/" + URLEncoder.encode(nasty, StandardCharsets.UTF_8).replace("+", "%20");
        assertThat(browser.get("/token").text()).contains("href=\"" + path + "/qr\"").doesNotContain("<b>");
        assertThat(browser.get(path).text()).contains("&lt;b&gt;").doesNotContain("<b>");
        assertThat(browser.get(path + "/qr").text()).contains("action=\"" + path + "/qr\"");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/token/nobody", "/token/nobody/qr", "/token/logid031/else"})
    @DisplayName("aren't there for nobody")
    void nobody(String path) throws IOException {
        assertThat(browser.get(path).status()).isEqualTo(404);
    }
}
