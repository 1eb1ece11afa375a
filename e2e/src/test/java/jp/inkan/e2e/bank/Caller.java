package jp.inkan.e2e.bank;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import jp.inkan.e2e.bank.state.Plan;
import jp.inkan.e2e.bank.token.Token;

/** A customer in the middle of a sign-in, with a token in the hand. */
final class Caller {
    private final PracticeBank bank;
    private final Customer customer;
    private String session;
    private JsonNode next;

    private Caller(PracticeBank bank, Customer customer) throws IOException {
        this.bank = bank;
        this.customer = customer;
        signIn();
    }

    /** Of a new user, right after the password. */
    static Caller of(PracticeBank bank, Plan plan) throws IOException {
        return of(bank, Customer.of(bank, plan));
    }

    static Caller of(PracticeBank bank, Customer customer) throws IOException {
        return new Caller(bank, customer);
    }

    /** Anew. */
    void signIn() throws IOException {
        Answer answer = customer.signIn();
        assertThat(answer.status()).as(answer.text()).isEqualTo(201);
        session = answer.json().get("token").asText();
        next = answer.json().get("next");
    }

    Customer customer() {
        return customer;
    }

    String session() {
        return session;
    }

    /** {@code next} of the latest good answer. */
    JsonNode next() {
        return next;
    }

    String step() {
        return next.get("step").asText();
    }

    /** What the token shows, so long after now on the bank's clock. */
    String number(Duration later) {
        return token().oneTimePassword(bank.now().plus(later));
    }

    String number() {
        return number(Duration.ZERO);
    }

    Token token() {
        return Token.of(customer.user());
    }

    /** The right answer to the step that is wanted. */
    Object right() {
        return switch (step()) {
            case "one-time-password" -> number();
            case "time-sync" -> List.of(number(), number(Duration.ofMinutes(1)));
            case "transaction" -> token().transactionNumber(next.get("code").asText());
            case "question" -> customer.user().plan().question().orElseThrow().answer();
            default -> throw new AssertionError(step());
        };
    }

    Answer send(Object value) throws IOException {
        return send(step(), value);
    }

    Answer send(String to, Object value) throws IOException {
        Answer answer = customer.answer(session, to, value);
        if (answer.status() == 200) {
            next = answer.json().get("next");
        }
        return answer;
    }

    /** @return the step that is wanted after it */
    String goOn(Object value) throws IOException {
        Answer answer = send(value);
        assertThat(answer.status()).as(answer.text()).isEqualTo(200);
        return step();
    }

    String goOn() throws IOException {
        return goOn(right());
    }

    /** Six digits, or a text, that are wrong now and in all the minutes around. */
    Object wrong() {
        return switch (step()) {
            case "time-sync" -> List.of(never(), never());
            case "question" -> "さあ";
            default -> never();
        };
    }

    private String never() {
        for (int number = 0; ; number++) {
            String digits = "%06d".formatted(number);
            boolean shown = next.has("code") && digits.equals(right());
            for (int minute = -25; minute <= 25; minute++) {
                shown |= digits.equals(number(Duration.ofMinutes(minute)));
            }
            if (!shown) {
                return digits;
            }
        }
    }

    void refused(Answer answer, int triesLeft) throws IOException {
        Refusal.of(answer).is("answer-wrong", 401, "G006e");
        assertThat(answer.json().get("triesLeft").asInt()).isEqualTo(triesLeft);
    }

    Answer enrol() throws IOException {
        return customer.enrol(session, Requests.good());
    }

    /** For a message. */
    @Override
    public String toString() {
        return Map.of("user", customer.user(), "step", step()).toString();
    }
}
