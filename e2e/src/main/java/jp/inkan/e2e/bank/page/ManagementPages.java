package jp.inkan.e2e.bank.page;

import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import jp.inkan.e2e.bank.http.Site;
import jp.inkan.e2e.bank.state.Institution;
import jp.inkan.e2e.bank.state.Register;

/** 管理, for masters: the users of their contract. */
final class ManagementPages {
    private final Institution bank;
    private final Gate gate;
    private final Register register;
    private final InstantSource clock;

    ManagementPages(Institution bank, Gate gate, Register register, InstantSource clock) {
        this.bank = bank;
        this.gate = gate;
        this.register = register;
        this.clock = clock;
    }

    void on(Site site) {
        site.get("/management", gate.masters(member -> menu().reply(bank)));
        site.get("/management/users", gate.masters(member -> users(managed(member)).reply(bank)));
    }

    private List<ManagedUser> managed(Member master) {
        Instant now = clock.instant();
        return register.usersOf(master.user().contract()).stream()
                .map(user -> ManagedUser.of(user, register, now)).toList();
    }

    private static Screen menu() {
        return Screen.plain(200, "管理", Html.of("""
                <section>
                <div class="row">
                <a class="button main" id="users" href="/management/users">利用者管理</a>
                <a class="button" href="/top">トップページへ戻る</a>
                </div>
                </section>
                """));
    }

    private static Screen users(List<ManagedUser> users) {
        return Screen.plain(200, "利用者管理", Html.of("""
                <section>
                <table id="managed-users">
                <thead><tr><th>ログインID</th><th>利用者名</th><th>証明書状態</th><th>証明書有効期限</th></tr></thead>
                <tbody>
                %s
                </tbody>
                </table>
                </section>
                <div class="row">
                <a class="button main" id="revocation" href="/management/revocation">証明書失効</a>
                <a class="button" href="/management">管理へ戻る</a>
                </div>
                """, Html.all(users.stream().map(user -> Html.of("<tr>%s</tr>", user.cells())).toList())));
    }
}
