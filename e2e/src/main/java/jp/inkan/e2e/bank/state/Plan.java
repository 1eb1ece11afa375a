package jp.inkan.e2e.bank.state;

import java.time.Duration;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;

/**
 * What becomes of a user's sign-in after the right password.
 *
 * @param steps    asked in this order, each at most once
 * @param obstacle ends the sign-in before any step
 * @param drift    how far the user's token is ahead of the bank's clock; negative if it is behind
 * @param question asked at {@link Step#QUESTION}; a new user with that step and no question gets one
 */
public record Plan(List<Step> steps, Optional<Obstacle> obstacle, Duration drift, Optional<SecretQuestion> question) {
    /** Straight to the certificate request. */
    public static final Plan NOTHING_MORE = asking();

    public Plan {
        steps = List.copyOf(steps);
        if (!steps.isEmpty() && EnumSet.copyOf(steps).size() < steps.size()) {
            throw new IllegalArgumentException("A step twice: " + steps);
        }
    }

    /** These steps, in this order, with a token that goes right. */
    public static Plan asking(Step... steps) {
        return new Plan(List.of(steps), Optional.empty(), Duration.ZERO, Optional.empty());
    }

    /** No certificate until the obstacle is gone. */
    public static Plan refused(Obstacle obstacle) {
        return new Plan(List.of(), Optional.of(obstacle), Duration.ZERO, Optional.empty());
    }

    /** The same with a token that is ahead of the bank by so much, or behind. */
    public Plan withDrift(Duration other) {
        return new Plan(steps, obstacle, other, question);
    }

    /** The same with a question of one's own. */
    public Plan withQuestion(String text, String answer) {
        return new Plan(steps, obstacle, drift, Optional.of(new SecretQuestion(text, answer)));
    }

    /** With one of the bank's questions, if one is asked and none is there. */
    Plan withQuestionIfAsked() {
        if (!steps.contains(Step.QUESTION) || question.isPresent()) {
            return this;
        }
        SecretQuestion any = Secrets.question();
        return withQuestion(any.text(), any.answer());
    }
}
