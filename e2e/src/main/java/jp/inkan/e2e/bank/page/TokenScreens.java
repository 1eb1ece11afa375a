package jp.inkan.e2e.bank.page;

import java.util.List;
import jp.inkan.e2e.bank.state.User;

/** What {@link TokenPages} shows. */
final class TokenScreens {
    private TokenScreens() {
    }

    /** @param users a list item each */
    static Screen all(List<Html> users) {
        return Screen.plain(200, "練習用のトークン", Html.of("""
                <section>
                <p>お手元のトークンのかわりに、番号をここで見られます。ログインIDを選んでください。</p>
                <ul id="tokens">
                %s
                </ul>
                </section>
                """, Html.all(users)));
    }

    /** @param seconds until the number changes */
    static Screen numbers(User user, String path, String now, String next, long seconds) {
        return Screen.plain(200, "ワンタイムパスワード", Html.of("""
                <section>
                <h2>%s のトークン</h2>
                <p>今の番号</p>
                <p class="number" id="number-now">%s</p>
                <p>あと<span id="seconds-left">%s</span>秒で次の番号に変わり、この画面も新しくなります。</p>
                <p>次の番号</p>
                <p class="number" id="number-next">%s</p>
                <div class="row">
                <a class="button" href="%s">今すぐ新しくする</a>
                <a class="button" href="%s/qr">トランザクション認証</a>
                <a class="button" href="/token">一覧へ戻る</a>
                </div>
                </section>
                """, user.loginId(), now, seconds, next, path, path));
    }

    /** @param result above the form: of the last picture, if there was one */
    static Screen camera(String path, Html result) {
        return Screen.plain(200, "トランザクション認証", Html.of("""
                <section>
                %s
                <p>QRコードが写っている画面の写し(PNGかJPEG、5MBまで)を選ぶと、番号が出ます。</p>
                <form method="post" action="%s/qr" enctype="multipart/form-data">
                <label for="picture">画像</label>
                <input id="picture" name="picture" type="file" accept="image/png,image/jpeg" required>
                <p><button class="button main" id="read">番号を見る</button></p>
                </form>
                <p><a class="button" href="/token">一覧へ戻る</a></p>
                </section>
                """, result, path));
    }
}
