package jp.inkan.e2e.bank.page;

import jp.inkan.e2e.bank.state.User;
import jp.inkan.e2e.bank.visit.Visit;

/** A user who has logged in. */
record Member(User user, Visit visit) {
    /** The start of a form that {@link Gate} takes, up to its fields. */
    Html form(String action) {
        return Html.of("<form method=\"post\" action=\"%s\" autocomplete=\"off\">%n"
                + "<input type=\"hidden\" name=\"formToken\" value=\"%s\">", action, visit.formToken());
    }
}
