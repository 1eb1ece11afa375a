package jp.inkan.e2e.bank;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.List;
import java.util.stream.Stream;
import jp.inkan.e2e.SharedBank;
import jp.inkan.e2e.bank.state.Plan;
import jp.inkan.e2e.bank.state.Step;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

@DisplayName("The steps after the password")
class StepsTest {
    private static final PracticeBank BANK = SharedBank.get();

    static Stream<List<Step>> orders() {
        Step password = Step.ONE_TIME_PASSWORD;
        Step transaction = Step.TRANSACTION;
        Step question = Step.QUESTION;
        return Stream.of(
                List.of(), List.of(password), List.of(transaction), List.of(question),
                List.of(password, transaction), List.of(question, password), List.of(transaction, question),
                List.of(password, transaction, question), List.of(password, question, transaction),
                List.of(transaction, password, question), List.of(transaction, question, password),
                List.of(question, password, transaction), List.of(question, transaction, password));
    }

    @ParameterizedTest
    @MethodSource("orders")
    @DisplayName("come in the order of the user's plan, and then the certificate; before, there is none")
    void inOrder(List<Step> steps) throws IOException {
        Caller caller = Caller.of(BANK, Plan.asking(steps.toArray(Step[]::new)));
        for (Step step : steps) {
            assertThat(caller.step()).isEqualTo(step.word());
            Refusal.of(caller.enrol()).is("step-unexpected", 409, "G005e");
            caller.goOn();
        }
        assertThat(caller.step()).isEqualTo("enrol");
        assertThat(caller.next().size()).isOne();
        assertThat(caller.enrol().status()).isEqualTo(200);
    }

    @Test
    @DisplayName("carry what the protocol has for each, and nothing may keep the answers")
    void shape() throws IOException {
        Caller caller = Caller.of(BANK, Plan.asking(Step.TRANSACTION, Step.QUESTION, Step.ONE_TIME_PASSWORD)
                .withQuestion("<b>好きな色は?</b>", "é 🟦"));
        assertThat(caller.next().fieldNames()).toIterable().containsExactly("step", "code");
        assertThat(caller.next().get("code").asText()).matches("INKAN1:9999:[A-Z0-9]{32}");
        Answer answer = caller.send(caller.right());
        assertThat(answer.header("Content-Type")).isEqualTo("application/json");
        assertThat(answer.header("Cache-Control")).isEqualTo("no-store");
        assertThat(answer.json().fieldNames()).toIterable().containsExactly("next");
        assertThat(caller.next().fieldNames()).toIterable().containsExactly("step", "text");
        assertThat(caller.next().get("text").asText()).isEqualTo("<b>好きな色は?</b>");
        caller.goOn("é 🟦");
        assertThat(caller.next().fieldNames()).toIterable().containsExactly("step");
    }

    @Test
    @DisplayName("ask the same transaction again after a wrong number, and another one in the next sign-in")
    void transactionAgain() throws IOException {
        Caller caller = Caller.of(BANK, Plan.asking(Step.TRANSACTION));
        String code = caller.next().get("code").asText();
        String right = caller.token().transactionNumber(code);
        caller.refused(caller.send(caller.wrong()), 2);
        caller.signIn();
        assertThat(caller.next().get("code").asText()).isNotEqualTo(code);
        caller.refused(caller.send(caller.wrong()), 2);
        assertThat(caller.token().transactionNumber(code)).isEqualTo(right);
        assertThat(caller.goOn()).isEqualTo("enrol");
    }

    @ParameterizedTest
    @CsvSource({"ONE_TIME_PASSWORD", "TRANSACTION", "QUESTION"})
    @DisplayName("lock the login id at the third wrong answer and end the sign-in")
    void lock(Step step) throws IOException {
        Caller caller = Caller.of(BANK, Plan.asking(step));
        String elsewhere = caller.customer().token();
        caller.refused(caller.send(caller.wrong()), 2);
        caller.refused(caller.send(caller.wrong()), 1);
        Refusal.of(caller.send(caller.wrong())).is("login-locked", 403, "G005e");
        Refusal.of(caller.send(caller.right())).is("session-expired", 401, "G005e");
        Refusal.of(caller.enrol()).is("session-expired", 401, "G005e");
        Refusal.of(caller.customer().signIn()).is("login-locked", 403, "G005e");
        Refusal.of(caller.customer().answer(elsewhere, step.word(), "x")).is("session-expired", 401, "G005e");
    }

    @Test
    @DisplayName("count the wrong answers of one sign-in together, and those of the next anew")
    void counting() throws IOException {
        Caller caller = Caller.of(BANK, Plan.asking(Step.TRANSACTION, Step.QUESTION));
        caller.refused(caller.send(caller.wrong()), 2);
        caller.goOn();
        caller.refused(caller.send(caller.wrong()), 1);
        caller.signIn();
        caller.goOn();
        caller.refused(caller.send(caller.wrong()), 2);
        caller.refused(caller.send(caller.wrong()), 1);
        assertThat(caller.goOn()).isEqualTo("enrol");
    }
}
