package jp.inkan.e2e.bank;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import jp.inkan.e2e.SharedBank;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayName("The login by id and password")
class PasswordLoginTest {
    private static final PracticeBank BANK = SharedBank.get();

    @Test
    @DisplayName("lets a user in by id and password and says who it is")
    void password() throws IOException {
        var user = BANK.addUser();
        Visitor visitor = Visitor.loggedIn(BANK, user);
        assertThat(visitor.path()).isEqualTo("/top");
        assertThat(visitor.text("logged-in-as")).isEqualTo(user.loginId());
        assertThat(visitor.text("display-name")).isEqualTo(user.displayName());
    }

    @Test
    @DisplayName("says why a login failed and counts it like the programs' sign-in")
    void wrongPassword() throws IOException {
        Customer customer = Customer.of(BANK);
        for (int i = 0; i < 3; i++) {
            customer.signIn("wrong");
        }
        Answer wrong = login(customer.user().loginId(), "wrong");
        assertThat(wrong.status()).isEqualTo(401);
        assertThat(wrong.text()).contains("BLGI001", "あと1回");
        Answer locked = login(customer.user().loginId(), customer.user().password() + "x");
        assertThat(locked.status()).isEqualTo(403);
        assertThat(login(customer.user().loginId(), customer.user().password()).status()).isEqualTo(403);
        Refusal.of(customer.signIn()).is("login-locked", 403, "G005e");
    }

    @Test
    @DisplayName("shows a login id with markup in it as text, when it is wrong and when it is a user's")
    void escaping() throws IOException {
        String nasty = "<b>\"&'%s";
        String escaped = "&lt;b&gt;&quot;&amp;&#39;%s";
        assertThat(login(nasty, "x").text()).contains("value=\"" + escaped + "\"").doesNotContain("<b>");
        var user = BANK.addUser(nasty);
        assertThat(Visitor.loggedIn(BANK, user).text()).contains(">" + escaped + "</dd>").doesNotContain("<b>");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "loginId=a", "loginId=a&loginId=b&password=c", "loginId=%zz&password=c", "x"})
    @DisplayName("asks again when a form can't be read")
    void badForm(String body) throws IOException {
        Answer answer = Browser.of(BANK).post("/login", "application/x-www-form-urlencoded", body.getBytes());
        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.text()).contains("BLGI001", "もう一度入力");
    }

    private static Answer login(String loginId, String password) throws IOException {
        String body = "loginId=" + URLEncoder.encode(loginId, StandardCharsets.UTF_8)
                + "&password=" + URLEncoder.encode(password, StandardCharsets.UTF_8);
        return Browser.of(BANK).post("/login", "application/x-www-form-urlencoded", body.getBytes());
    }
}
