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
                <li>ボタンを押した画面を開き直します。</li>
                <li>画面に出る Inkan のボタンから、電子証明書を発行または更新します。</li>
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
                <a href="/help">ヘルプ</a>の一覧から選んでください。</p>
                %s
                </section>
                """, new Html(BACK_TO_CERTIFICATE)));
    }
}
