package jp.inkan.host.bank;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.ProtocolException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import jp.inkan.host.failure.Reason;
import jp.inkan.host.failure.Trace;
import mockwebserver3.MockResponse;
import mockwebserver3.SocketEffect;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayName("Signing in at the bank")
class SignInAtBankTest extends AtTheBank {
    @Test
    @DisplayName("signs in with one POST, and sends id and password in its body alone")
    void signsIn() throws Exception {
        Bank bank = bank();
        server.enqueue(signedIn());
        assertThat(signIn(bank).token()).isEqualTo("0123456789abcdef0123456789abcdef");
        var request = server.takeRequest();
        assertThat(request.getRequestLine()).isEqualTo("POST /inkan/v1/sessions HTTP/1.1");
        assertThat(request.getBody().utf8())
                .isEqualTo("{\"purpose\":\"issue\",\"loginId\":\"logid031\",\"password\":\"p\\\"ass語\"}");
    }

    @ParameterizedTest
    @CsvSource(nullValues = "-", value = {
        "401, credentials, 4, CREDENTIALS",
        "403, login-locked, -, LOGIN_LOCKED",
        "409, already-issued, -, ALREADY_ISSUED",
        "401, answer-wrong, 2, ANSWER_WRONG",
        "403, question-not-registered, -, QUESTION_NOT_REGISTERED",
        "403, user-code-unconfirmed, -, USER_CODE_UNCONFIRMED",
        "403, transaction-token-not-registered, -, TRANSACTION_TOKEN_NOT_REGISTERED",
        "403, otp-hardware-not-registered, -, OTP_HARDWARE_NOT_REGISTERED",
        "403, otp-token-not-issued, -, OTP_TOKEN_NOT_ISSUED",
        "403, transaction-token-not-chosen, -, TRANSACTION_TOKEN_NOT_CHOSEN",
        "403, contract-unconfirmed, -, CONTRACT_UNCONFIRMED",
        "403, store-failed, -, BANK_REFUSED",
        "401, session-expired, -, SESSION_EXPIRED",
        "400, something-new, -, BANK_REFUSED",
        "404, institution-unknown, 500, INSTITUTION_UNKNOWN"
    })
    @DisplayName("knows a refusal by its problem document")
    void refusals(int status, String type, Integer tries, Reason reason) throws Exception {
        Bank bank = bank();
        server.enqueue(problem(status, "{'type':'urn:inkan:problem:" + type + "','triesLeft':" + tries + "}"));
        var refused = refusedWith(BankException.Refused.class, bank);
        assertThat(refused.reason()).isEqualTo(reason);
        assertThat(refused.triesLeft().orElse(0)).isEqualTo(tries == null || tries > 99 ? 0 : tries);
    }

    @ParameterizedTest
    @ValueSource(strings = {
        "", "null", "[]", "{", "{'next':{'step':'enrol'}}", "{'token':'short','next':{'step':'enrol'}}",
        "{'token':'0123456789abcdef\\u000a','next':{'step':'enrol'}}", "{'token':'0123456789abcdef','next':{'step':'dance'}}",
        "{'token':'0123456789abcdef'}", "{'token':1234567890123456,'next':{'step':'enrol'}}",
        "{'token':'0123456789abcdef===','next':{'step':'enrol'}}", "{'token':'01234567\\u00e99abcdef','next':{'step':'enrol'}}",
        "{'token':'0123456789abcdef','next':{'step':'enrol'}}x", "{'token':'0123456789abcdef','next':{'step':['enrol']}}",
        "{'token':'0123456789abcdef','token':'0123456789abcdef','next':{'step':'enrol'}}",
        "{'token':'0123456789abcdef','next':{'step':'enrol'},'more':[[[[[[[[[[]]]]]]]]]]}",
        "\uFEFF{'token':'0123456789abcdef','next':{'step':'enrol'}}"
    })
    @DisplayName("takes no sign-in without a token, or with a step it doesn't know")
    void strangeSignIns(String body) throws Exception {
        Bank bank = bank();
        server.enqueue(json(201, body).build());
        assertThat(refusedWith(BankException.Protocol.class, bank).reason()).isEqualTo(Reason.BANK_ANSWER);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
        "{'step':'one-time-password'}|OneTimePassword[]",
        "{'step':'time-sync','more':1}|TimeSync[]",
        "{'step':'transaction','code':'INKAN1:9999:a:B'}|Transaction[code=INKAN1:9999:a:B]",
        "{'step':'question','text':' 出身\\u202eは\\u0007？ '}|Question[text=出身は？]",
        "{'step':'question','text':'出身\\ud83dは？'}|Question[text=出身は？]",
        "{'step':'enrol'}|Enrol[]"
    })
    @DisplayName("knows the steps, and takes from a question what would steer the text around it")
    void steps(String next, String step) throws Exception {
        Bank bank = bank();
        server.enqueue(json(201, "{'token':'0123456789abcdef','next':" + next + "}").build());
        assertThat(signIn(bank).next()).hasToString(step);
    }

    @ParameterizedTest
    @ValueSource(strings = {
        "{'step':'transaction'}", "{'step':'transaction','code':'\\n'}", "{'step':'transaction','code':'名'}",
        "{'step':'question','text':''}", "{'step':'question','text':' \u200b '}", "{'step':'Enrol'}", "[]", "1"
    })
    @DisplayName("takes no step without what it needs")
    void brokenSteps(String next) throws Exception {
        Bank bank = bank();
        server.enqueue(json(201, "{'token':'0123456789abcdef','next':" + next + "}").build());
        assertThat(refusedWith(BankException.Protocol.class, bank)).isNotNull();
    }

    @Test
    @DisplayName("answers a step with the token, one value or two")
    void answersSteps() throws Exception {
        Bank bank = bank();
        server.enqueue(json(200, "{'next':{'step':'time-sync'}}").build());
        server.enqueue(json(200, "{'next':{'step':'enrol'}}").build());
        BankSession session = new BankSession("a-token-of-the-bank", new Step.OneTimePassword());
        session = bank.answer(session, List.of("123456".toCharArray()));
        assertThat(session.next()).isEqualTo(new Step.TimeSync());
        session = bank.answer(session, List.of("111111".toCharArray(), "222222".toCharArray()));
        assertThat(session.next()).isEqualTo(new Step.Enrol());

        var first = server.takeRequest();
        assertThat(first.getRequestLine()).isEqualTo("POST /inkan/v1/sessions/current/answers HTTP/1.1");
        assertThat(first.getHeaders().get("Authorization")).isEqualTo("Bearer a-token-of-the-bank");
        assertThat(first.getBody().utf8()).isEqualTo("{\"to\":\"one-time-password\",\"value\":\"123456\"}");
        assertThat(server.takeRequest().getBody().utf8())
                .isEqualTo("{\"to\":\"time-sync\",\"value\":[\"111111\",\"222222\"]}");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "[", "{'type':'urn:inkan:problem:credentials'}}", "{'type':'a','type':'b'}", "[[[[[[[[[[[[]]]]]]]]]]]]"})
    @DisplayName("takes no problem document that isn't JSON")
    void brokenProblems(String body) throws Exception {
        Bank bank = bank();
        server.enqueue(problem(401, body));
        assertThat(refusedWith(BankException.Protocol.class, bank)).hasMessage("Status 401 with an unreadable problem document");
    }

    @ParameterizedTest
    @ValueSource(strings = {"'4'", "4.5", "-1", "0", "100", "99999999999", "[4]", "true"})
    @DisplayName("tells no number of tries that isn't one")
    void strangeTries(String tries) throws Exception {
        Bank bank = bank();
        server.enqueue(problem(401, "{'type':'urn:inkan:problem:credentials','triesLeft':" + tries + "}"));
        assertThat(refusedWith(BankException.Refused.class, bank).triesLeft()).isEmpty();
    }

    @Test
    @DisplayName("follows no redirect")
    void redirect() throws Exception {
        Bank bank = bank();
        server.enqueue(new MockResponse.Builder().code(307).setHeader("Location", "https://" + HOST + ":1/").build());
        assertThat(refusedWith(BankException.Protocol.class, bank)).isNotNull();
        assertThat(server.getRequestCount()).isEqualTo(1);
    }

    @Test
    @DisplayName("reads 64 KiB of an answer and no more")
    void largeBody() throws Exception {
        Bank bank = bank();
        server.enqueue(json(201, "x".repeat(64 * 1024 + 1)).build());
        assertThat(refusedWith(BankException.Protocol.class, bank)).hasMessageContaining("65536 bytes");
    }

    @Test
    @DisplayName("says that nobody answers")
    void unreachable() throws Exception {
        Bank bank = bank();
        server.close();
        assertThat(refusedWith(BankException.Unreachable.class, bank).reason()).isEqualTo(Reason.BANK_UNREACHABLE);
    }

    @Test
    @DisplayName("doesn't ask a second time by itself when an answer is lost")
    void lostAnswer() throws Exception {
        Bank bank = bank();
        server.enqueue(new MockResponse.Builder().onResponseStart(new SocketEffect.CloseSocket()).build());
        server.enqueue(signedIn());
        assertThat(refusedWith(BankException.Unreachable.class, bank)).isNotNull();
        assertThat(server.getRequestCount()).isEqualTo(1);
    }

    @Test
    @DisplayName("waits as long as the bank says, in seconds or until a date")
    void busy() throws Exception {
        Bank bank = bank();
        Instant later = Instant.now().plus(Duration.ofMinutes(30));
        server.enqueue(json(503, "").setHeader("Retry-After", "7").build());
        server.enqueue(json(503, "")
                .setHeader("Retry-After", DateTimeFormatter.RFC_1123_DATE_TIME.format(later.atOffset(ZoneOffset.UTC))).build());
        server.enqueue(json(503, "").setHeader("Retry-After", "99999999999999999999").build());
        assertThat(refusedWith(BankException.Busy.class, bank).retryAfter()).isEqualTo(Duration.ofSeconds(7));
        assertThat(refusedWith(BankException.Busy.class, bank).retryAfter())
                .isBetween(Duration.ofMinutes(28), Duration.ofMinutes(31));
        assertThat(refusedWith(BankException.Busy.class, bank).retryAfter()).isEqualTo(Duration.ofSeconds(5));
    }

    @Test
    @DisplayName("leaves it to the flow to ask again, even when the bank says at once")
    void busyForNoTime() throws Exception {
        Bank bank = bank();
        server.enqueue(json(503, "").setHeader("Retry-After", "0").build());
        server.enqueue(signedIn());
        assertThat(refusedWith(BankException.Busy.class, bank).retryAfter()).isEqualTo(Duration.ZERO);
        assertThat(server.getRequestCount()).isEqualTo(1);
    }

    @Test
    @DisplayName("keeps token and password out of everything that can be printed")
    void printsNoSecret() throws Exception {
        Bank bank = bank();
        server.enqueue(problem(401, "{'type':'urn:inkan:problem:credentials'}"));
        var refused = refusedWith(BankException.Refused.class, bank);
        assertThat(refused + SIGNED_IN.toString()).doesNotContain("p\"ass語", "a-token-of-the-bank");
    }

    @Test
    @DisplayName("leaves out of the log's trace what a server sends back in its status line")
    void echo() {
        BankException e = new BankException.Unreachable("No answer from " + HOST,
                new ProtocolException("Unexpected status line: HTTP/1.1 p\"ass語"));
        assertThat(Trace.of(e)).contains("No answer from " + HOST, "ProtocolException").doesNotContain("ass語");
    }
}
