package jp.inkan.e2e.bank.api;

import com.fasterxml.jackson.annotation.JsonInclude;
import jp.inkan.e2e.bank.signin.Next;

/**
 * {@code next} of the protocol.
 *
 * @param code only of a transaction
 * @param text only of a question
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record Wanted(String step, String code, String text) {
    static Wanted of(Next next) {
        return switch (next) {
            case Next.Transaction(String code) -> new Wanted(next.step(), code, null);
            case Next.Question(var question) -> new Wanted(next.step(), null, question.text());
            case Next.OneTimePassword password -> new Wanted(next.step(), null, null);
            case Next.TimeSync sync -> new Wanted(next.step(), null, null);
            case Next.Enrol enrol -> new Wanted(next.step(), null, null);
        };
    }
}
