package jp.inkan.e2e.bank.page;

import jp.inkan.e2e.bank.state.Institution;
import jp.inkan.e2e.bank.state.IssuedCertificate;
import jp.inkan.e2e.bank.state.Register;

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
                <p>電子証明書の期限は366日です。期限が来るか失効するまで、もう1枚発行することはできません。</p>
                <p>ログインIDによっては、パスワードのあとに追加の認証があります。\
                合わせて3回まちがえると、そのログインIDは使えなくなります。</p>
                <h2>電子証明書更新</h2>
                <p>期限の%s日前から期限までの間に更新できます。期限が切れたら、発行からやり直します。</p>
                <p><a class="button" href="%s/login">ログインへ戻る</a></p>
                </section>
                <section>
                <h2>練習用のログインID</h2>
                <p>ワンタイムパスワードとトランザクション認証の番号は、\
                <a href="%s/token">練習用のトークン</a>で見られます。追加の認証は、発行でも更新でも同じです。</p>
                <table>
                <thead><tr><th>ログインID</th><th>ログインパスワード</th><th>起きること</th></tr></thead>
                <tbody>
                %s
                </tbody>
                </table>
                </section>
                <section>
                <h2>更新と失効の練習</h2>
                <p><a href="%s/clock">時計</a>を進めると、期限が近い電子証明書や、期限が切れた電子証明書になります。</p>
                <table>
                <thead><tr><th>練習すること</th><th>ログインID</th><th>進め方</th></tr></thead>
                <tbody>
                %s
                </tbody>
                </table>
                <p>異常終了の画面は、すぐに見ることもできます。\
                <a href="%s%s">BZBE001011</a> <a href="%s%s">BZBE011008</a></p>
                </section>
                """, IssuedCertificate.RENEWABLE_DAYS, home, home, PracticeUsers.rows(register),
                home, Lessons.rows(register),
                home, AbnormalEnd.BZBE001011.path(), home, AbnormalEnd.BZBE011008.path()));
    }
}
