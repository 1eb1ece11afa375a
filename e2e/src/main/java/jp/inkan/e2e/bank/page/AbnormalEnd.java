package jp.inkan.e2e.bank.page;

/** CCHK902: a renewal came to nothing. The codes are those of the manuals' error tables. */
enum AbnormalEnd {
    /** Something about the browser. */
    BZBE001011("このブラウザでは、電子証明書を更新できませんでした。"),
    /** Something about the certificate. */
    BZBE011008("お使いの電子証明書では、更新を続けられませんでした。");

    private final String what;

    AbnormalEnd(String what) {
        this.what = what;
    }

    /** Where anybody can look at it. */
    String path() {
        return "/abnormal-end/" + name();
    }

    Screen screen() {
        return Screen.numbered("CCHK902", "異常終了", Html.of("""
                <section>
                <p class="refusal" id="reason">%s</p>
                <dl>
                <dt>エラーコード</dt><dd id="error-code">%s</dd>
                </dl>
                <div class="row">
                <a class="button" href="/top">トップページへ戻る</a>
                <a class="button" href="/login">ログインへ戻る</a>
                </div>
                </section>
                """, what, name()));
    }
}
