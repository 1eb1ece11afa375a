package jp.inkan.e2e.bank.page;

/** BSMS001: where a certificate begins. */
final class CertificateScreen {
    private CertificateScreen() {
    }

    static Screen screen() {
        return Screen.numbered("BSMS001", "証明書取得認証", Html.of("""
                <ol class="steps">
                <li aria-current="step">個人認証</li>
                <li>証明書取得</li>
                <li>処理中</li>
                <li>取得完了</li>
                </ol>
                <section>
                <h2>ログインIDをお持ちでない方</h2>
                <p>電子証明書は、ログインIDひとつにつき1枚です。先にログインIDの手続きをしてください。</p>
                <form action="/certificate/login-id"><button class="button" id="get-login-id">ログインID取得</button></form>
                </section>
                <section>
                <h2>ログインIDをお持ちの方</h2>
                <p>証明書発行アプリが、電子証明書をこのパソコンの中に作ります。入っていれば起動を、\
                初めてのパソコンなら先にダウンロードを選んでください。</p>
                <div class="row">
                <form action="/certificate/download"><button class="button" id="download-app">証明書発行アプリのダウンロード</button></form>
                <form action="/certificate/app"><button class="button main" id="start-app">証明書発行アプリの起動</button></form>
                </div>
                </section>
                """));
    }
}
