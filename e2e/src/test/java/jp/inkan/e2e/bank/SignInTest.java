package jp.inkan.e2e.bank;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.List;
import java.util.stream.IntStream;
import jp.inkan.e2e.SharedBank;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayName("Signing in")
class SignInTest {
    private static final PracticeBank BANK = SharedBank.get();

    @Test
    @DisplayName("gives a new token of 43 characters and the next step, and nothing may keep the answer")
    void token() throws IOException {
        Customer customer = Customer.of(BANK);
        Answer answer = customer.signIn();
        assertThat(answer.status()).isEqualTo(201);
        assertThat(answer.header("Content-Type")).isEqualTo("application/json");
        assertThat(answer.header("Cache-Control")).isEqualTo("no-store");
        assertThat(answer.json().get("token").asText()).matches("[A-Za-z0-9_-]{43}");
        assertThat(answer.json().get("next").get("step").asText()).isEqualTo("enrol");
        assertThat(customer.token()).isNotEqualTo(answer.json().get("token").asText());
    }

    @Test
    @DisplayName("counts down wrong passwords and locks at the fifth, even for the right one")
    void lock() throws IOException {
        Customer customer = Customer.of(BANK);
        for (int left = 4; left > 0; left--) {
            Answer answer = customer.signIn("wrong");
            Refusal.of(answer).is("credentials", 401, "G006e");
            assertThat(answer.json().get("triesLeft").asInt()).isEqualTo(left);
        }
        Refusal.of(customer.signIn("wrong")).is("login-locked", 403, "G005e");
        Refusal.of(customer.signIn()).is("login-locked", 403, "G005e");
    }

    @Test
    @DisplayName("starts counting again after the right password")
    void rightPasswordForgives() throws IOException {
        Customer customer = Customer.of(BANK);
        for (int round = 0; round < 2; round++) {
            for (int i = 0; i < 4; i++) {
                assertThat(customer.signIn("wrong").status()).isEqualTo(401);
            }
            assertThat(customer.signIn().status()).isEqualTo(201);
        }
    }

    @Test
    @DisplayName("locks one login id and no other")
    void lockIsOfOne() throws IOException {
        Customer locked = Customer.of(BANK);
        for (int i = 0; i < 5; i++) {
            locked.signIn("wrong");
        }
        assertThat(Customer.of(BANK).signIn().status()).isEqualTo(201);
    }

    @Test
    @DisplayName("answers a login id that doesn't exist exactly like one that does")
    void unknownLoginId() throws IOException {
        Customer customer = Customer.of(BANK);
        List<String> known = wrongAnswers(customer, customer.user().loginId());
        List<String> unknown = wrongAnswers(customer, "nobody");
        assertThat(unknown).isEqualTo(known).hasSize(7);
    }

    @ParameterizedTest(name = "{0}")
    @ValueSource(strings = {
        "", "{", "[]", "null", "\"issue\"", "{}",
        "{\"purpose\":\"issue\",\"loginId\":\"logid031\"}",
        "{\"purpose\":\"renew\",\"loginId\":\"logid031\",\"password\":\"x\"}",
        "{\"purpose\":\"issue\",\"loginId\":null,\"password\":\"x\"}",
        "{\"purpose\":\"issue\",\"loginId\":31,\"password\":\"x\"}",
        "{\"purpose\":\"issue\",\"loginId\":[\"logid031\"],\"password\":\"x\"}",
        "{\"purpose\":\"issue\",\"loginId\":\"logid031\",\"password\":\"x\",\"more\":1}",
        "{\"purpose\":\"issue\",\"loginId\":\"logid031\",\"loginId\":\"logid032\",\"password\":\"x\"}",
        "{\"purpose\":\"issue\",\"loginId\":\"logid031\",\"password\":\"x\"} {}"})
    @DisplayName("refuses what isn't the JSON of a sign-in, and counts no try")
    void malformed(String json) throws IOException {
        Refusal.of(Customer.of(BANK).post(json)).is("request-malformed", 400, "G005e");
    }

    @Test
    @DisplayName("refuses another content type and bytes that aren't UTF-8")
    void malformedBytes() throws IOException {
        Browser browser = Browser.of(BANK);
        byte[] json = "{\"purpose\":\"issue\",\"loginId\":\"a\",\"password\":\"b\"}".getBytes();
        Refusal.of(browser.post(Customer.SESSIONS, "text/plain", json)).is("request-malformed", 400, "G005e");
        byte[] latin = json.clone();
        latin[json.length - 3] = (byte) 0xE9;
        Refusal.of(browser.post(Customer.SESSIONS, "application/json", latin)).is("request-malformed", 400, "G005e");
        Refusal.of(browser.post(Customer.SESSIONS, "application/json",
                new String(json).getBytes(java.nio.charset.StandardCharsets.UTF_16)))
                .is("request-malformed", 400, "G005e");
    }

    @Test
    @DisplayName("takes 64 KiB and says no to a byte more")
    void tooLarge() throws IOException {
        Browser browser = Browser.of(BANK);
        String start = "{\"purpose\":\"issue\",\"loginId\":\"large\",\"password\":\"";
        String end = "\"}";
        String fits = start + "x".repeat(64 * 1024 - start.length() - end.length()) + end;
        assertThat(browser.post(Customer.SESSIONS, "application/json", fits.getBytes()).status()).isEqualTo(401);
        Refusal.of(browser.post(Customer.SESSIONS, "application/json", (fits + " ").getBytes()))
                .is("request-malformed", 400, "G005e");
        Refusal.of(browser.post(Customer.SESSIONS, "application/json", new byte[900_000]))
                .is("request-malformed", 400, "G005e");
    }

    private static List<String> wrongAnswers(Customer customer, String loginId) {
        return IntStream.range(0, 7).mapToObj(i -> {
            try {
                Answer answer = customer.signIn(loginId, "wrong");
                return answer.status() + answer.text();
            } catch (IOException e) {
                throw new AssertionError(e);
            }
        }).toList();
    }
}
