package jp.inkan.e2e.bank;

import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import jp.inkan.e2e.bank.state.Plan;
import jp.inkan.e2e.bank.state.User;

/** A user with a program that speaks the protocol. */
record Customer(Browser browser, User user) {
    static final String SESSIONS = "/inkan/v1/sessions";
    static final String ANSWERS = SESSIONS + "/current/answers";
    static final String ENROL = "/.well-known/est/9999/simpleenroll";

    static Customer of(PracticeBank bank) throws IOException {
        return of(bank, Plan.NOTHING_MORE);
    }

    static Customer of(PracticeBank bank, Plan plan) throws IOException {
        return new Customer(Browser.of(bank), bank.addUser(plan));
    }

    Answer signIn() throws IOException {
        return signIn(user.password());
    }

    Answer signIn(String password) throws IOException {
        return signIn(user.loginId(), password);
    }

    Answer signIn(String loginId, String password) throws IOException {
        return post(JsonMapper.builder().build().writeValueAsString(
                Map.of("purpose", "issue", "loginId", loginId, "password", password)));
    }

    Answer post(String json) throws IOException {
        return browser.post(SESSIONS, "application/json", json.getBytes(StandardCharsets.UTF_8));
    }

    String token() throws IOException {
        return signIn().json().get("token").asText();
    }

    /** @param value a text, or a list of two for time-sync */
    Answer answer(String token, String to, Object value) throws IOException {
        return answerBody(token, JsonMapper.builder().build().writeValueAsString(Map.of("to", to, "value", value)));
    }

    Answer answerBody(String token, String json) throws IOException {
        return browser.post(ANSWERS, "application/json", json.getBytes(StandardCharsets.UTF_8),
                "Authorization", "Bearer " + token);
    }

    /** With a session of its own. */
    Answer enrol(byte[] der) throws IOException {
        return enrol(token(), der);
    }

    Answer enrol(String token, byte[] der) throws IOException {
        return enrolBody(token, Requests.base64(der));
    }

    Answer enrolBody(String token, byte[] body) throws IOException {
        return browser.post(ENROL, "application/pkcs10", body,
                "Authorization", "Bearer " + token, "Content-Transfer-Encoding", "base64");
    }
}
