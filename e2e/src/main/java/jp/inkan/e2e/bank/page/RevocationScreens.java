package jp.inkan.e2e.bank.page;

import java.util.List;

/** What {@link RevocationPages} shows. */
final class RevocationScreens {
    private static final Html BACK =
            Html.of("<p><a class=\"button\" href=\"/management/users\">利用者管理へ戻る</a></p>");

    private RevocationScreens() {
    }

    static Html refusal(String reason) {
        return Html.of("<p class=\"refusal\" id=\"reason\" role=\"alert\">%s</p>", reason);
    }

    static Screen choose(Member master, List<ManagedUser> users, Html refusal) {
        return Screen.plain(200, "証明書失効", Html.of("""
                <section>
                %s
                <p>電子証明書を失効する利用者を選んでください。</p>
                %s
                <table>
                <thead><tr><th>選択</th><th>ログインID</th><th>利用者名</th><th>証明書状態</th><th>証明書有効期限</th></tr></thead>
                <tbody>
                %s
                </tbody>
                </table>
                <p><button class="button main" id="revoke">失効</button></p>
                </form>
                %s
                </section>
                """, refusal, master.form("/management/revocation/confirm"),
                Html.all(users.stream().map(RevocationScreens::row).toList()), BACK));
    }

    private static Html row(ManagedUser user) {
        return Html.of("<tr><td>%s</td>%s</tr>", Html.when(user.revocable(), () -> Html.of(
                "<input type=\"radio\" name=\"loginId\" value=\"%s\" aria-label=\"%s\" required>",
                user.user().loginId(), user.user().loginId())), user.cells());
    }

    static Screen confirm(Member master, ManagedUser target, Html refusal) {
        return Screen.plain(200, "証明書失効の確認", Html.of("""
                <section>
                %s
                <p>次の利用者の電子証明書を失効します。失効すると、元には戻せません。</p>
                <dl>
                %s
                </dl>
                %s
                <input type="hidden" name="loginId" value="%s">
                <label for="confirmation-password">確認用パスワード</label>
                <input id="confirmation-password" name="confirmationPassword" type="password" required maxlength="64">
                <p><button class="button main" id="execute">実行</button></p>
                </form>
                <p><a class="button" href="/management/revocation">選び直す</a></p>
                </section>
                """, refusal, target.items(), master.form("/management/revocation"), target.user().loginId()));
    }

    static Screen done(ManagedUser target) {
        return Screen.plain(200, "証明書失効の結果", Html.of("""
                <section>
                <p>電子証明書を失効しました。この利用者は、新しい電子証明書の発行を受けられます。</p>
                <dl>
                %s
                </dl>
                %s
                </section>
                """, target.items(), BACK));
    }
}
