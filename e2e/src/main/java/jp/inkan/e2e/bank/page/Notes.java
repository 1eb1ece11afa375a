package jp.inkan.e2e.bank.page;

/** Pages that only explain something, with a way on. */
final class Notes {
    private static final String BACK_TO_CERTIFICATE =
            "<p><a class=\"button\" href=\"/certificate\">証明書取得認証へ戻る</a></p>";

    private Notes() {
    }

    /** The bank's own button was pressed: no extension took it. */
    static Screen app() {
        return Screen.plain(200, "証明書発行アプリの起動", Html.of("""
                <section>
                <p>練習には、ブラウザの拡張機能 Inkan が必要です。この画面が出たときは、Inkan がまだ動いていません。</p>
                <ol>
                <li>Inkan を、このブラウザに入れるか、有効にします。</li>
                <li>証明書取得認証の画面を開き直します。</li>
                <li>画面に出る Inkan のボタンから、電子証明書を発行します。</li>
                </ol>
                %s
                </section>
                """, new Html(BACK_TO_CERTIFICATE)));
    }

    static Screen download() {
        return Screen.plain(200, "証明書発行アプリのダウンロード", Html.of("""
                <section>
                <p>練習用の銀行は、アプリを配っていません。練習には、ブラウザの拡張機能 Inkan と、\
                それに付いているプログラムを使います。</p>
                %s
                </section>
                """, new Html(BACK_TO_CERTIFICATE)));
    }

    static Screen loginId() {
        return Screen.plain(200, "ログインID取得", Html.of("""
                <section>
                <p>練習用のログインIDとパスワードは、はじめから用意してあります。\
                この銀行を起動したときに一覧が出ますので、その中から選んでください。</p>
                %s
                </section>
                """, new Html(BACK_TO_CERTIFICATE)));
    }

    /** @param login address of BLGI001: both of the bank's hosts have this page */
    static Screen help(String login) {
        return Screen.plain(200, "ヘルプ", Html.of("""
                <section>
                <h2>電子証明書方式</h2>
                <p>このパソコンの電子証明書で、ご本人を確かめます。「ログイン」を押すとブラウザが証明書を選ばせます。</p>
                <p>発行したばかりの電子証明書は、ブラウザの窓をすべて閉じ、もう一度開いてから使えます。</p>
                <h2>ID・パスワード方式</h2>
                <p>ログインIDとパスワードで入ります。続けて5回まちがえると、そのログインIDは使えなくなります。</p>
                <h2>電子証明書発行</h2>
                <p>電子証明書の期限は366日です。期限が来るまで、もう1枚発行することはできません。</p>
                <p><a class="button" href="%s">ログインへ戻る</a></p>
                </section>
                """, login));
    }
}
