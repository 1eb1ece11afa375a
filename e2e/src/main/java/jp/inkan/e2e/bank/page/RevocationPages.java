package jp.inkan.e2e.bank.page;

import java.io.IOException;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import jp.inkan.e2e.bank.http.Reply;
import jp.inkan.e2e.bank.http.Site;
import jp.inkan.e2e.bank.signin.SignIn;
import jp.inkan.e2e.bank.state.Institution;
import jp.inkan.e2e.bank.state.Register;

/** 証明書失効, for masters: choose a user of the contract, confirm with the confirmation password, see the result. */
final class RevocationPages {
    private final Institution bank;
    private final Gate gate;
    private final SignIn confirmation;
    private final Register register;
    private final InstantSource clock;

    RevocationPages(Institution bank, Gate gate, Register register, InstantSource clock) {
        this.bank = bank;
        this.gate = gate;
        this.register = register;
        this.clock = clock;
        confirmation = SignIn.withConfirmationPassword(register);
    }

    void on(Site site) {
        site.get("/management/revocation", gate.masters(master -> choose(master, Html.NONE).reply(bank)));
        site.post("/management/revocation/confirm", gate.mastersForm(this::confirm));
        site.post("/management/revocation", gate.mastersForm(this::revoke));
    }

    private Screen choose(Member master, Html refusal) {
        List<ManagedUser> users = register.usersOf(master.user().contract()).stream().map(user ->
                ManagedUser.of(user, register, clock.instant())).toList();
        return RevocationScreens.choose(master, users, refusal);
    }

    private Reply confirm(Member master, Form form) {
        return target(master, form)
                .map(target -> RevocationScreens.confirm(master, target, Html.NONE))
                .orElseGet(() -> again(master)).reply(bank);
    }

    private Reply revoke(Member master, Form form) throws IOException {
        Optional<ManagedUser> target = target(master, form);
        return (target.isEmpty() ? again(master)
                : revoke(master, target.get(), form.field("confirmationPassword"))).reply(bank);
    }

    private Screen revoke(Member master, ManagedUser target, String password) throws IOException {
        return switch (confirmation.with(master.user().loginId(), password)) {
            case SignIn.Accepted accepted -> {
                String loginId = target.user().loginId();
                register.revoke(loginId, clock.instant());
                yield RevocationScreens.done(ManagedUser.of(target.user(), register, clock.instant()));
            }
            case SignIn.Wrong(int triesLeft) -> RevocationScreens.confirm(master, target, RevocationScreens.refusal(
                    "確認用パスワードがちがいます。あと%d回まで入力できます。".formatted(triesLeft))).withStatus(401);
            case SignIn.Locked locked -> RevocationScreens.confirm(master, target, RevocationScreens.refusal(
                    "まちがいが続いたため、確認用パスワードは使えません。練習用の銀行を起動し直すと、また使えます。"))
                    .withStatus(403);
        };
    }

    /** The chosen user, if it is one of the master's contract and has something to revoke. */
    private Optional<ManagedUser> target(Member master, Form form) {
        return Optional.ofNullable(form.fields().get("loginId"))
                .flatMap(register::user)
                .filter(user -> user.contract().equals(master.user().contract()))
                .map(user -> ManagedUser.of(user, register, clock.instant()))
                .filter(ManagedUser::revocable);
    }

    private Screen again(Member master) {
        return choose(master, RevocationScreens.refusal("発行済みの電子証明書がある利用者を選んでください。")).withStatus(400);
    }
}
