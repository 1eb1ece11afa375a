package jp.inkan.e2e.bank.state;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * A user as the register's file has them. What a plan leaves out is left out here, and files from before there were
 * plans have none of it.
 *
 * @param steps                {@link Step#word()} of each
 * @param refusal              {@link Obstacle#reason()}
 * @param driftSeconds         0 if left out
 * @param question             together with its answer
 * @param contract             left out by files from before there were contracts: each user has one of its own then
 * @param confirmationPassword only of master users
 */
@JsonInclude(JsonInclude.Include.NON_EMPTY)
record StoredUser(String loginId, String password, String tokenSecret, String displayName, List<String> steps,
                  String refusal, Long driftSeconds, String question, String answer, String contract,
                  String confirmationPassword) {
    static StoredUser of(User user) {
        Plan plan = user.plan();
        return new StoredUser(user.loginId(), user.password(), user.tokenSecret(), user.displayName(),
                plan.steps().stream().map(Step::word).toList(),
                plan.obstacle().map(Obstacle::reason).orElse(null),
                plan.drift().isZero() ? null : plan.drift().toSeconds(),
                plan.question().map(SecretQuestion::text).orElse(null),
                plan.question().map(SecretQuestion::answer).orElse(null),
                user.contract(), user.confirmationPassword().orElse(null));
    }

    User user() {
        return new User(loginId, password, tokenSecret, displayName, plan(),
                contract == null ? loginId : contract, Optional.ofNullable(confirmationPassword));
    }

    private Plan plan() {
        return new Plan(
                steps == null ? List.of() : steps.stream().map(Step::of).toList(),
                Optional.ofNullable(refusal).map(Obstacle::of),
                driftSeconds == null ? Duration.ZERO : Duration.ofSeconds(driftSeconds),
                Optional.ofNullable(question).map(text -> new SecretQuestion(text, answer)));
    }

    /** Without the secrets. */
    @Override
    public String toString() {
        return "StoredUser[" + loginId + "]";
    }
}
