package jp.inkan.e2e.bank;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import jp.inkan.e2e.SharedBank;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayName("A visit to the bank's pages")
class VisitTest {
    private static final PracticeBank BANK = SharedBank.get();

    @Test
    @DisplayName("is known by a cookie that no script, no other site and no plain connection gets, each time another")
    void cookie() throws IOException {
        var user = BANK.addUser();
        String first = Visitor.loggedIn(BANK, user).setCookie();
        assertThat(first).matches("__Host-visit=[A-Za-z0-9_-]{43}; Secure; HttpOnly; SameSite=Strict; Path=/");
        assertThat(Visitor.loggedIn(BANK, user).setCookie()).isNotEqualTo(first);
    }

    @Test
    @DisplayName("lasts ten minutes of the bank's clock")
    void life() throws IOException {
        try (PracticeBank bank = PracticeBank.start()) {
            Visitor visitor = Visitor.loggedIn(bank, bank.addUser());
            bank.moveClock(Duration.ofMinutes(9));
            assertThat(visitor.open("/top").status()).isEqualTo(200);
            bank.moveClock(Duration.ofMinutes(1));
            assertThat(visitor.open("/top").status()).isEqualTo(401);
            assertThat(visitor.text()).contains("10分", "href=\"/login\"");
        }
    }

    @Test
    @DisplayName("ends with the log-out, of itself alone")
    void logOut() throws IOException {
        var user = BANK.addUser();
        Visitor visitor = Visitor.loggedIn(BANK, user);
        Visitor other = Visitor.loggedIn(BANK, user);
        String before = visitor.setCookie();
        visitor.submit("/logout");
        assertThat(visitor.path()).isEqualTo("/login");
        assertThat(visitor.setCookie()).startsWith("__Host-visit=;").contains("Max-Age=0");
        Browser thief = Browser.of(BANK);
        assertThat(thief.send(thief.request(BANK.url().getHost(), "/top").header("Cookie", before.split(";")[0]))
                .status()).isEqualTo(401);
        assertThat(other.open("/top").status()).isEqualTo(200);
    }

    @Test
    @DisplayName("takes no form without its own token")
    void forms() throws IOException {
        Visitor visitor = Visitor.loggedIn(BANK, BANK.addUser());
        String foreign = Visitor.loggedIn(BANK, BANK.addUser()).formToken();
        assertThat(visitor.send("/logout", "formToken", foreign).status()).isEqualTo(403);
        assertThat(visitor.send("/logout", "nothing", "").status()).isEqualTo(403);
        assertThat(visitor.open("/top").status()).isEqualTo(200);
    }

    @Test
    @DisplayName("begins once with a certificate's way in, and within a minute")
    void ticket() throws IOException {
        try (PracticeBank bank = PracticeBank.start()) {
            Browser browser = Holder.of(bank, Duration.ofDays(100)).atCertificateHost();
            String used = way(browser);
            assertThat(Browser.of(bank).get(used).header("Set-Cookie")).startsWith("__Host-visit=");
            noWayIn(bank, used);
            noWayIn(bank, "/login/" + "x".repeat(43));
            String late = way(browser);
            bank.moveClock(Duration.ofMinutes(1));
            noWayIn(bank, late);
        }
    }

    private static void noWayIn(PracticeBank bank, String path) throws IOException {
        Answer answer = Browser.of(bank).get(path);
        assertThat(answer.header("Set-Cookie")).isNull();
        assertThat(answer.header("Location")).isEqualTo("/login");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/top", "/renewal", "/renewal/browser", "/management", "/management/users",
        "/management/revocation"})
    @DisplayName("is what every page about a customer asks for")
    void nobody(String path) throws IOException {
        Answer answer = Browser.of(BANK).get(path);
        assertThat(answer.status()).isEqualTo(401);
        assertThat(answer.text()).contains("ログインが必要です");
    }

    private static String way(Browser browser) throws IOException {
        return URI.create(browser.getFromCertificateHost("/login").header("Location")).getPath();
    }
}
