package jp.inkan.e2e.bank;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.List;
import jp.inkan.e2e.SharedBank;
import jp.inkan.e2e.bank.state.Obstacle;
import jp.inkan.e2e.bank.state.Plan;
import jp.inkan.e2e.bank.state.Step;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayName("The steps after the password, where they refuse,")
class StepRefusalsTest {
    private static final PracticeBank BANK = SharedBank.get();

    @ParameterizedTest
    @ValueSource(strings = {"ぽ", "", " ", "x"})
    @DisplayName("take what a customer mistyped for a wrong answer, whatever it looks like")
    void mistyped(String value) throws IOException {
        Caller caller = Caller.of(BANK, Plan.asking(Step.QUESTION, Step.ONE_TIME_PASSWORD).withQuestion("?", "ぽち"));
        caller.refused(caller.send(value), 2);
        caller.goOn();
        caller.refused(caller.send(value), 1);
    }

    @Test
    @DisplayName("refuse an answer to another step than the one wanted, without counting it")
    void unexpected() throws IOException {
        Caller caller = Caller.of(BANK, Plan.asking(Step.ONE_TIME_PASSWORD, Step.QUESTION));
        for (int i = 0; i < 4; i++) {
            Refusal.of(caller.send("question", "x")).is("step-unexpected", 409, "G005e");
            Refusal.of(caller.send("time-sync", List.of("123456", "654321"))).is("step-unexpected", 409, "G005e");
        }
        caller.refused(caller.send(caller.wrong()), 2);
        caller.goOn();
        caller.goOn();
        Refusal.of(caller.send("question", "x")).is("step-unexpected", 409, "G005e");
        assertThat(caller.enrol().status()).isEqualTo(200);
    }

    @ParameterizedTest(name = "{0}")
    @ValueSource(strings = {
        "", "{", "[]", "null", "{}", "{\"to\":\"one-time-password\"}", "{\"value\":\"123456\"}",
        "{\"to\":null,\"value\":\"123456\"}", "{\"to\":1,\"value\":\"123456\"}",
        "{\"to\":\"one-time-password\",\"value\":123456}",
        "{\"to\":\"one-time-password\",\"value\":null}",
        "{\"to\":\"one-time-password\",\"value\":[\"123456\"]}",
        "{\"to\":\"one-time-password\",\"value\":[\"123456\",\"654321\"]}",
        "{\"to\":\"one-time-password\",\"value\":{\"a\":\"b\"}}",
        "{\"to\":\"one-time-password\",\"value\":\"123456\",\"more\":1}",
        "{\"to\":\"one-time-password\",\"value\":\"1\",\"value\":\"123456\"}",
        "{\"to\":\"one-time-password\",\"value\":\"123456\"} {}",
        "{\"to\":\"time-sync\",\"value\":\"123456\"}",
        "{\"to\":\"time-sync\",\"value\":[\"123456\"]}",
        "{\"to\":\"time-sync\",\"value\":[\"123456\",654321]}",
        "{\"to\":\"time-sync\",\"value\":[\"1\",\"2\",\"3\"]}",
        "{\"to\":\"enrol\",\"value\":\"x\"}", "{\"to\":\"fingerprint\",\"value\":\"x\"}"})
    @DisplayName("refuse what isn't the JSON of an answer, without counting it")
    void malformed(String json) throws IOException {
        Caller caller = Caller.of(BANK, Plan.asking(Step.ONE_TIME_PASSWORD));
        Refusal.of(caller.customer().answerBody(caller.session(), json)).is("request-malformed", 400, "G005e");
        caller.refused(caller.send(caller.wrong()), 2);
    }

    @Test
    @DisplayName("refuse another content type, bytes that aren't UTF-8, and more than 256 characters")
    void malformedBytes() throws IOException {
        Caller caller = Caller.of(BANK, Plan.asking(Step.QUESTION));
        byte[] json = "{\"to\":\"question\",\"value\":\"abc\"}".getBytes();
        String[] bearer = {"Authorization", "Bearer " + caller.session()};
        Browser browser = caller.customer().browser();
        Refusal.of(browser.post(Customer.ANSWERS, "text/plain", json, bearer)).is("request-malformed", 400, "G005e");
        json[json.length - 3] = (byte) 0xE9;
        Refusal.of(browser.post(Customer.ANSWERS, "application/json", json, bearer))
                .is("request-malformed", 400, "G005e");
        caller.refused(caller.send("あ".repeat(256)), 2);
        Refusal.of(caller.send("あ".repeat(257))).is("request-malformed", 400, "G005e");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "Bearer", "Bearer x", "Basic YTpi",
        "Bearer AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA"})
    @DisplayName("are closed to whom the bank doesn't know")
    void nobody(String authorization) throws IOException {
        Answer answer = Browser.of(BANK).post(Customer.ANSWERS, "application/json",
                "{\"to\":\"question\",\"value\":\"x\"}".getBytes(), "Authorization", authorization);
        Refusal.of(answer).is("session-expired", 401, "G005e");
    }

    @ParameterizedTest
    @EnumSource(Obstacle.class)
    @DisplayName("don't come where something at the bank is still to be settled: only whom it concerns is told")
    void obstacle(Obstacle obstacle) throws IOException {
        Customer customer = Customer.of(BANK, Plan.refused(obstacle));
        Refusal.of(customer.signIn("wrong")).is("credentials", 401, "G006e");
        Refusal.of(customer.signIn()).is(obstacle.reason(), 403, obstacle.code());
        Refusal.of(customer.signIn()).is(obstacle.reason(), 403, obstacle.code());
    }

    @ParameterizedTest
    @CsvSource({
        "logid041, question-not-registered, G010e", "logid042, user-code-unconfirmed, G011e",
        "logid043, transaction-token-not-registered, G012e", "logid044, otp-hardware-not-registered, G013e",
        "logid045, otp-token-not-issued, G014e", "logid046, transaction-token-not-chosen, G015e",
        "logid047, contract-unconfirmed, G020e"})
    @DisplayName("don't come for the practice users of each refusal in the protocol's table")
    void refusals(String loginId, String reason, String code) throws IOException {
        var user = BANK.users().stream().filter(each -> each.loginId().equals(loginId)).findFirst().orElseThrow();
        Refusal.of(new Customer(Browser.of(BANK), user).signIn()).is(reason, 403, code);
    }
}
