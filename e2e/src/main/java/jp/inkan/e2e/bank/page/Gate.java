package jp.inkan.e2e.bank.page;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Optional;
import jp.inkan.e2e.bank.http.Ask;
import jp.inkan.e2e.bank.http.Endpoint;
import jp.inkan.e2e.bank.http.Reply;
import jp.inkan.e2e.bank.state.Institution;
import jp.inkan.e2e.bank.state.Register;
import jp.inkan.e2e.bank.visit.Visits;

/** Lets in who has logged in, to some places only masters, and takes forms only from the bank's own pages. */
final class Gate {
    private final Institution bank;
    private final Visits visits;
    private final Register register;

    Gate(Institution bank, Visits visits, Register register) {
        this.bank = bank;
        this.visits = visits;
        this.register = register;
    }

    /** What a member gets to see. */
    interface Page {
        Reply show(Member member) throws IOException;
    }

    /** What becomes of a member's form. */
    interface Action {
        /** @throws IllegalArgumentException if the form isn't one of this place */
        Reply take(Member member, Form form) throws IOException;
    }

    Endpoint members(Page page) {
        return ask -> {
            Optional<Member> member = member(ask);
            return member.isPresent() ? page.show(member.get()) : nobody();
        };
    }

    Endpoint masters(Page page) {
        return members(member -> member.user().master() ? page.show(member) : noMaster());
    }

    Endpoint membersForm(Action action) {
        return ask -> members(member -> take(member, ask, action)).answer(ask);
    }

    Endpoint mastersForm(Action action) {
        return ask -> masters(member -> take(member, ask, action)).answer(ask);
    }

    private Optional<Member> member(Ask ask) {
        return VisitCookie.read(ask).flatMap(visits::visit).flatMap(visit ->
                register.user(visit.loginId()).map(user -> new Member(user, visit)));
    }

    private Reply take(Member member, Ask ask, Action action) throws IOException {
        try {
            Form form = Form.read(ask);
            return same(member.visit().formToken(), form.field("formToken")) ? action.take(member, form) : foreign();
        } catch (IllegalArgumentException e) {
            return foreign();
        }
    }

    private static boolean same(String expected, String given) {
        return MessageDigest.isEqual(
                expected.getBytes(StandardCharsets.UTF_8), given.getBytes(StandardCharsets.UTF_8));
    }

    private Reply nobody() {
        return refusal(401, "ログインが必要です",
                "ログインしていないか、ログインから10分たちました。もう一度ログインしてください。", "/login", "ログインへ戻る");
    }

    private Reply noMaster() {
        return refusal(403, "この画面は使えません", "利用者の管理ができるのは、マスターユーザーだけです。",
                "/top", "トップページへ戻る");
    }

    private Reply foreign() {
        return refusal(403, "この操作は受け付けられません", "送られた内容を確かめられませんでした。トップページからやり直してください。",
                "/top", "トップページへ戻る");
    }

    private Reply refusal(int status, String title, String reason, String back, String label) {
        return Screen.plain(status, title, Html.of("""
                <section>
                <p class="refusal" id="reason">%s</p>
                <p><a class="button" href="%s">%s</a></p>
                </section>
                """, reason, back, label)).reply(bank);
    }
}
