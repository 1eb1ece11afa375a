package jp.inkan.e2e.bank;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.time.Duration;
import jp.inkan.e2e.SharedBank;
import jp.inkan.e2e.bank.state.User;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("A master user")
class ManagementTest {
    private static final PracticeBank BANK = SharedBank.get();
    private static final String CONFIRM = "/management/revocation/confirm";
    private static final String EXECUTE = "/management/revocation";

    private final User master = BANK.addMaster();
    private final Holder holder = Holder.of(BANK, BANK.addUser(master), Duration.ofDays(100));

    ManagementTest() throws IOException {
    }

    @Test
    @DisplayName("goes by 管理 and 利用者管理 to the users of the contract, and sees how it stands with their certificates")
    void users() throws IOException {
        User without = BANK.addUser(master);
        User expired = Holder.of(BANK, BANK.addUser(master), Duration.ofDays(-1)).user();
        User stranger = Holder.of(BANK, Duration.ofDays(100)).user();
        Visitor visitor = Visitor.loggedIn(BANK, master);
        assertThat(visitor.text()).contains("href=\"/management\">管理</a>");
        assertThat(visitor.open("/management").text()).contains("href=\"/management/users\">利用者管理</a>");
        String users = visitor.open("/management/users").text();
        assertThat(users).contains("href=\"/management/revocation\">証明書失効</a>")
                .containsPattern(row(holder.user(), "発行済み"))
                .containsPattern(row(expired, "期限切れ"))
                .containsPattern("<td>" + without.loginId() + "</td><td>[^<]*</td><td>未発行</td><td></td>")
                .contains("<td>" + master.loginId() + "</td>")
                .doesNotContain("<td>" + stranger.loginId() + "</td>");
    }

    @Test
    @DisplayName("revokes with the confirmation password, after seeing whose certificate it is")
    void revoke() throws IOException {
        Visitor visitor = Visitor.loggedIn(BANK, master);
        assertThat(visitor.open("/management/revocation").text())
                .contains("type=\"radio\" name=\"loginId\" value=\"" + holder.user().loginId() + "\"", ">失効</button>")
                .doesNotContain("value=\"" + master.loginId() + "\"");
        visitor.submit(CONFIRM, "loginId", holder.user().loginId());
        assertThat(visitor.text("target-login-id")).isEqualTo(holder.user().loginId());
        assertThat(visitor.text("target-name")).isEqualTo(holder.user().displayName());
        assertThat(visitor.text("target-state")).isEqualTo("発行済み");
        assertThat(visitor.text("target-valid-until")).contains("年");
        assertThat(visitor.text()).contains(">確認用パスワード</label>", ">実行</button>");
        assertThat(holder.atCertificateHost().getFromCertificateHost("/login").status()).isEqualTo(303);
        assertThat(execute(visitor, holder.user(), confirmation()).status()).isEqualTo(200);
        assertThat(visitor.text("target-state")).isEqualTo("失効済み");
        assertThat(holder.atCertificateHost().getFromCertificateHost("/login").status()).isEqualTo(403);
        assertThat(visitor.open("/management/users").text()).containsPattern(row(holder.user(), "失効済み"));
        assertThat(holder.customer().enrol(Requests.good()).status()).isEqualTo(200);
    }

    @Test
    @DisplayName("who has a certificate may log in with it, and revoke it too")
    void itself() throws IOException {
        Holder own = Holder.of(BANK, master, Duration.ofDays(100));
        Visitor visitor = Visitor.loggedIn(BANK, own);
        visitor.open("/management/revocation");
        visitor.submit(CONFIRM, "loginId", master.loginId());
        assertThat(execute(visitor, master, confirmation()).status()).isEqualTo(200);
        assertThat(own.atCertificateHost().getFromCertificateHost("/login").status()).isEqualTo(403);
    }

    @Test
    @DisplayName("is asked again after a wrong confirmation password, and the fifth locks it, but no login")
    void wrong() throws IOException {
        Visitor visitor = confirming();
        assertThat(execute(visitor, holder.user(), master.password()).status()).isEqualTo(401);
        assertThat(visitor.text("reason")).contains("あと4回");
        assertThat(visitor.text("target-login-id")).isEqualTo(holder.user().loginId());
        for (int left = 3; left > 0; left--) {
            assertThat(execute(visitor, holder.user(), "wrong").text()).contains("あと" + left + "回");
        }
        assertThat(execute(visitor, holder.user(), "wrong").status()).isEqualTo(403);
        assertThat(execute(visitor, holder.user(), confirmation()).status()).isEqualTo(403);
        assertThat(visitor.text()).doesNotContain(confirmation());
        assertThat(holder.atCertificateHost().getFromCertificateHost("/login").status()).isEqualTo(303);
        assertThat(Visitor.loggedIn(BANK, master).path()).isEqualTo("/top");
    }

    @Test
    @DisplayName("can't revoke what isn't there or belongs to another contract")
    void others() throws IOException {
        Holder stranger = Holder.of(BANK, Duration.ofDays(100));
        Visitor visitor = confirming();
        for (String loginId : new String[] {stranger.user().loginId(), BANK.addUser(master).loginId(), "nobody"}) {
            visitor.open("/management/revocation");
            assertThat(visitor.submit(CONFIRM, "loginId", loginId).status()).isEqualTo(400);
            assertThat(visitor.submit(EXECUTE, "loginId", loginId, "confirmationPassword", confirmation()).status())
                    .isEqualTo(400);
        }
        assertThat(visitor.submit(CONFIRM).status()).isEqualTo(400);
        assertThat(stranger.atCertificateHost().getFromCertificateHost("/login").status()).isEqualTo(303);
    }

    @Test
    @DisplayName("alone gets there: others have no 管理 and are refused, and a form from elsewhere does nothing")
    void noMaster() throws IOException {
        User user = BANK.addUser(master);
        Visitor visitor = Visitor.loggedIn(BANK, user);
        assertThat(visitor.text()).doesNotContain("/management");
        String token = visitor.formToken();
        for (String path : new String[] {"/management", "/management/users", "/management/revocation"}) {
            assertThat(visitor.open(path).status()).isEqualTo(403);
            assertThat(visitor.text()).contains("マスターユーザー");
        }
        assertThat(visitor.send(EXECUTE, "formToken", token, "loginId", holder.user().loginId(),
                "confirmationPassword", confirmation()).status()).isEqualTo(403);
        assertThat(confirming().send(EXECUTE, "formToken", token, "loginId", holder.user().loginId(),
                "confirmationPassword", confirmation()).status()).isEqualTo(403);
        assertThat(holder.atCertificateHost().getFromCertificateHost("/login").status()).isEqualTo(303);
    }

    private Visitor confirming() throws IOException {
        Visitor visitor = Visitor.loggedIn(BANK, master);
        visitor.open("/management/revocation");
        visitor.submit(CONFIRM, "loginId", holder.user().loginId());
        return visitor;
    }

    private Answer execute(Visitor visitor, User user, String password) throws IOException {
        return visitor.submit(EXECUTE, "loginId", user.loginId(), "confirmationPassword", password);
    }

    private String confirmation() {
        return master.confirmationPassword().orElseThrow();
    }

    private static String row(User user, String state) {
        return "<td>" + user.loginId() + "</td><td>[^<]*</td><td>" + state + "</td><td>[^<]*年[^<]*</td>";
    }
}
