package jp.inkan.e2e.bank.page;

import java.util.List;
import jp.inkan.e2e.bank.state.Register;

/**
 * What there is to practise with a certificate that one has, and how to get there: the certificate must be on the
 * person's own PC, so that the bank can't have it ready.
 */
final class Lessons {
    private static final List<Lesson> ALL = List.of(
            new Lesson("logid051", "更新", "発行を受け、時計を326日進めてから、電子証明書方式でログインします。"
                    + "電子証明書更新選択の画面か、トップページから更新します。"),
            new Lesson("logid032", "追加の認証がある更新", "同じです。logid033からlogid036でも練習できます。"),
            new Lesson("logid052", "更新にはまだ早い", "発行を受け、時計を進めずにログインします。更新のボタンは出ません。"),
            new Lesson("logid053", "期限切れ", "発行を受け、時計を326日、30日、30日と進めてからログインします。更新はできず、"
                    + "発行からやり直します。"),
            new Lesson("logid054", "失効", "発行を受けたあと、マスターユーザーの logid030 でログインし、「管理」「利用者管理」"
                    + "「証明書失効」と進みます。そのあと logid054 の電子証明書でログインします。"),
            new Lesson("logid051", "異常終了(BZBE001011)", "更新できる電子証明書でログインし、トップページの"
                    + "「電子証明書更新」を押します。"),
            new Lesson("logid054", "異常終了(BZBE011008)", "更新できる電子証明書を失効してから、ログインIDとパスワードで"
                    + "ログインし、トップページの「電子証明書更新」を押します。"));

    private Lessons() {
    }

    /** Rows of a table, without those for which there is no user: a bank may be older than they are. */
    static Html rows(Register register) {
        return Html.all(ALL.stream()
                .filter(lesson -> register.user(lesson.loginId()).isPresent())
                .map(lesson -> Html.of("<tr><td>%s</td><td>%s</td><td>%s</td></tr>",
                        lesson.what(), lesson.loginId(), lesson.how()))
                .toList());
    }

    private record Lesson(String loginId, String what, String how) {
    }
}
