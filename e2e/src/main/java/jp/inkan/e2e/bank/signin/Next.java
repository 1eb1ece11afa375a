package jp.inkan.e2e.bank.signin;

import jp.inkan.e2e.bank.state.Institution;
import jp.inkan.e2e.bank.state.Secrets;
import jp.inkan.e2e.bank.state.SecretQuestion;
import jp.inkan.e2e.bank.state.Step;
import jp.inkan.e2e.bank.state.User;

/** What the bank wants of somebody who has signed in. */
public sealed interface Next {
    /** The token's number. */
    record OneTimePassword() implements Next {
    }

    /** Two numbers of the token, one after the other. */
    record TimeSync() implements Next {
    }

    /** @param code ASCII, at most 256 characters, the text of a QR code that the token answers */
    record Transaction(String code) implements Next {
    }

    record Question(SecretQuestion question) implements Next {
    }

    /** The certificate request. */
    record Enrol() implements Next {
    }

    /** As the protocol calls it. */
    default String step() {
        return switch (this) {
            case OneTimePassword password -> Step.ONE_TIME_PASSWORD.word();
            case TimeSync sync -> "time-sync";
            case Transaction transaction -> Step.TRANSACTION.word();
            case Question question -> Step.QUESTION.word();
            case Enrol enrol -> "enrol";
        };
    }

    /** A step of a user's plan, with a new code where there is one. */
    static Next of(Step step, User user, Institution bank) {
        return switch (step) {
            case ONE_TIME_PASSWORD -> new OneTimePassword();
            case TRANSACTION -> new Transaction("INKAN1:" + bank.code() + ":" + Secrets.transactionQuestion());
            case QUESTION -> new Question(user.plan().question().orElseThrow());
        };
    }
}
