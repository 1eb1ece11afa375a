package jp.inkan.e2e.bank.page;

import java.util.ArrayList;
import java.util.List;
import jp.inkan.e2e.bank.state.Institution;
import jp.inkan.e2e.bank.state.Obstacle;
import jp.inkan.e2e.bank.state.Plan;
import jp.inkan.e2e.bank.state.Register;
import jp.inkan.e2e.bank.state.Step;
import jp.inkan.e2e.bank.state.User;

/**
 * The ways in, and who may practise what. It shows passwords and answers, which only a bank with nothing behind it, at
 * an address that no other machine reaches, may do.
 */
final class HelpScreen {
    private final Institution bank;
    private final Register register;

    HelpScreen(Institution bank, Register register) {
        this.bank = bank;
        this.register = register;
    }

    /** With whole addresses: both of the bank's hosts have this page. */
    Screen screen() {
        String home = "https://" + bank.pageHost();
        return Screen.plain(200, "ヘルプ", Html.of("""
                <section>
                <h2>電子証明書方式</h2>
                <p>このパソコンの電子証明書で、ご本人を確かめます。「ログイン」を押すとブラウザが証明書を選ばせます。</p>
                <p>発行したばかりの電子証明書は、ブラウザの窓をすべて閉じ、もう一度開いてから使えます。</p>
                <h2>ID・パスワード方式</h2>
                <p>ログインIDとパスワードで入ります。続けて5回まちがえると、そのログインIDは使えなくなります。</p>
                <h2>電子証明書発行</h2>
                <p>電子証明書の期限は366日です。期限が来るまで、もう1枚発行することはできません。</p>
                <p>ログインIDによっては、パスワードのあとに追加の認証があります。\
                合わせて3回まちがえると、そのログインIDは使えなくなります。</p>
                <p><a class="button" href="%s/login">ログインへ戻る</a></p>
                </section>
                <section>
                <h2>練習用のログインID</h2>
                <p>ワンタイムパスワードとトランザクション認証の番号は、\
                <a href="%s/token">練習用のトークン</a>で見られます。</p>
                <table>
                <thead><tr><th>ログインID</th><th>ログインパスワード</th><th>発行のときに起きること</th></tr></thead>
                <tbody>
                %s
                </tbody>
                </table>
                </section>
                """, home, home, Html.all(register.users().stream().map(HelpScreen::row).toList())));
    }

    private static Html row(User user) {
        return Html.of("<tr><td>%s</td><td><code>%s</code></td><td>%s</td></tr>",
                user.loginId(), user.password(), said(user.plan()));
    }

    private static String said(Plan plan) {
        if (plan.obstacle().isPresent()) {
            Obstacle obstacle = plan.obstacle().get();
            return obstacle.code() + "で断られる(" + said(obstacle) + ")";
        }
        if (plan.steps().isEmpty()) {
            return "追加の認証なし";
        }
        List<String> steps = new ArrayList<>();
        plan.steps().forEach(step -> steps.add(said(step, plan)));
        return String.join("、次に", steps);
    }

    private static String said(Step step, Plan plan) {
        return switch (step) {
            case ONE_TIME_PASSWORD -> plan.drift().isZero()
                    ? "ワンタイムパスワード" : "ワンタイムパスワード(トークンの時計がずれていて、時刻の同期になる)";
            case TRANSACTION -> "トランザクション認証(QRコード)";
            case QUESTION -> plan.question()
                    .map(question -> "質問「" + question.text() + "」(答えは「" + question.answer() + "」)")
                    .orElseThrow();
        };
    }

    private static String said(Obstacle obstacle) {
        return switch (obstacle) {
            case QUESTION_NOT_REGISTERED -> "質問の答えが未登録";
            case USER_CODE_UNCONFIRMED -> "利用者登録コードが未確認";
            case TRANSACTION_TOKEN_NOT_REGISTERED -> "トランザクション認証のトークンが未登録";
            case OTP_HARDWARE_NOT_REGISTERED -> "ワンタイムパスワードの機器が未登録";
            case OTP_TOKEN_NOT_ISSUED -> "ワンタイムパスワードのトークンが未発行";
            case TRANSACTION_TOKEN_NOT_CHOSEN -> "トランザクション認証のトークンが未選択";
            case CONTRACT_UNCONFIRMED -> "契約内容の確認が未回答";
        };
    }
}
