package jp.inkan.e2e.bank.page;

import java.util.ArrayList;
import java.util.List;
import jp.inkan.e2e.bank.state.Obstacle;
import jp.inkan.e2e.bank.state.Plan;
import jp.inkan.e2e.bank.state.Register;
import jp.inkan.e2e.bank.state.Step;
import jp.inkan.e2e.bank.state.User;

/** Who may practise what, with their passwords and answers. */
final class PracticeUsers {
    private PracticeUsers() {
    }

    /** Rows of a table. */
    static Html rows(Register register) {
        return Html.all(register.users().stream().map(PracticeUsers::row).toList());
    }

    private static Html row(User user) {
        return Html.of("<tr><td>%s</td><td><code>%s</code></td><td>%s</td></tr>",
                user.loginId(), user.password(), said(user));
    }

    private static Html said(User user) {
        return user.confirmationPassword().map(password -> Html.of(
                        "マスターユーザー。失効の手続きができる(確認用パスワードは <code>%s</code>)", password))
                .orElseGet(() -> Html.of("%s", said(user.plan())));
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
