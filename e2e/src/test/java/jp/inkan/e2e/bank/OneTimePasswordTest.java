package jp.inkan.e2e.bank;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import jp.inkan.e2e.bank.state.Plan;
import jp.inkan.e2e.bank.state.Step;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayName("A one-time password")
class OneTimePasswordTest {
    private static final Plan ASKED = Plan.asking(Step.ONE_TIME_PASSWORD);
    private static final Duration MINUTE = Duration.ofMinutes(1);

    @TempDir
    private Path folder;

    private PracticeBank bank;

    @BeforeEach
    void open() throws IOException {
        bank = PracticeBank.start(BankOptions.defaults().withState(folder)
                .withClock(Clock.fixed(Instant.parse("2031-12-31T15:04:05Z"), ZoneOffset.UTC)));
    }

    @AfterEach
    void close() throws IOException {
        bank.close();
    }

    @ParameterizedTest
    @ValueSource(longs = {-1, 0, 1})
    @DisplayName("is good for its minute and the ones beside it")
    void beside(long minutes) throws IOException {
        Caller caller = Caller.of(bank, ASKED);
        assertThat(caller.goOn(caller.number(Duration.ofMinutes(minutes)))).isEqualTo("enrol");
    }

    @Test
    @DisplayName("is good once: not in the same minute, nor in the next, nor after a restart")
    void replay() throws IOException {
        Caller caller = Caller.of(bank, ASKED);
        String number = caller.number();
        caller.goOn(number);
        caller.signIn();
        caller.refused(caller.send(number), 2);
        bank.moveClock(MINUTE);
        caller.refused(caller.send(number), 1);
        assertThat(caller.goOn(caller.number())).isEqualTo("enrol");
        close();
        open();
        Caller again = Caller.of(bank, new Customer(Browser.of(bank), caller.customer().user()));
        again.refused(again.send(number), 2);
        assertThat(again.goOn(again.number(MINUTE.negated()))).as("not used yet").isEqualTo("enrol");
    }

    @Test
    @DisplayName("is good once, even for two who send it at the same moment")
    void atOnce() throws IOException {
        Caller first = Caller.of(bank, ASKED);
        Caller second = Caller.of(bank, first.customer());
        String number = first.number();
        List<Integer> statuses = Stream.of(first, second)
                .map(caller -> CompletableFuture.supplyAsync(() -> status(caller, number)))
                .toList().stream().map(CompletableFuture::join).toList();
        assertThat(statuses).containsExactlyInAnyOrder(200, 401);
    }

    @ParameterizedTest
    @ValueSource(longs = {-10, -5, -2, 2, 5, 10})
    @DisplayName("of a token that has drifted leads to a time synchronisation, after which the bank knows the drift")
    void drift(long minutes) throws IOException {
        Caller caller = Caller.of(bank, Plan.asking(Step.ONE_TIME_PASSWORD, Step.QUESTION)
                .withDrift(Duration.ofMinutes(minutes)));
        String first = caller.number();
        assertThat(caller.goOn(first)).isEqualTo("time-sync");
        Refusal.of(caller.enrol()).is("step-unexpected", 409, "G005e");
        Refusal.of(caller.send("one-time-password", first)).is("step-unexpected", 409, "G005e");
        bank.moveClock(MINUTE);
        assertThat(caller.goOn(List.of(first, caller.number()))).isEqualTo("question");
        assertThat(caller.goOn()).isEqualTo("enrol");
        caller.signIn();
        caller.refused(caller.send(caller.number()), 2);
        bank.moveClock(MINUTE);
        assertThat(caller.goOn(caller.number())).isEqualTo("question");
    }

    @ParameterizedTest
    @ValueSource(longs = {-11, 11, 600, -100_000})
    @DisplayName("of a token that is more than ten minutes off is wrong")
    void tooFar(long minutes) throws IOException {
        Caller caller = Caller.of(bank, ASKED.withDrift(Duration.ofMinutes(minutes)));
        caller.refused(caller.send(caller.number()), 2);
    }

    @Test
    @DisplayName("synchronises by two that both come now, too: the bank then takes what the token shows")
    void bothNow() throws IOException {
        Caller caller = Caller.of(bank, ASKED.withDrift(Duration.ofMinutes(10)));
        caller.goOn();
        assertThat(caller.goOn()).isEqualTo("enrol");
        bank.moveClock(MINUTE.multipliedBy(2));
        caller.signIn();
        assertThat(caller.goOn()).isEqualTo("enrol");
    }

    @Test
    @DisplayName("synchronises only with the one right after it, in this order, each new and of one token")
    void notTwoInARow() throws IOException {
        Caller caller = Caller.of(bank, ASKED.withDrift(Duration.ofMinutes(5)));
        String first = caller.number();
        String second = caller.number(MINUTE);
        String third = caller.number(MINUTE.multipliedBy(2));
        for (List<String> pair : List.of(List.of(second, first), List.of(first, third), List.of(first, first))) {
            caller.goOn(first);
            assertThat(caller.step()).isEqualTo("time-sync");
            caller.refused(caller.send(pair), 2);
            caller.refused(caller.send(caller.wrong()), 1);
            caller.signIn();
        }
        caller.goOn(first);
        assertThat(caller.goOn(List.of(first, second))).isEqualTo("enrol");
        caller.signIn();
        caller.goOn(third);
        caller.signIn();
        caller.refused(caller.send(second), 2);
    }

    @Test
    @DisplayName("synchronises at most three times a sign-in, then the login id is locked")
    void lock() throws IOException {
        Caller caller = Caller.of(bank, ASKED.withDrift(Duration.ofMinutes(-5)));
        caller.goOn();
        caller.refused(caller.send(caller.wrong()), 2);
        caller.refused(caller.send(caller.wrong()), 1);
        Refusal.of(caller.send(caller.wrong())).is("login-locked", 403, "G005e");
        Refusal.of(caller.customer().signIn()).is("login-locked", 403, "G005e");
    }

    @Test
    @DisplayName("of a drifted token is right at once after a restart of a bank that knows the drift")
    void remembered() throws IOException {
        Caller caller = Caller.of(bank, ASKED.withDrift(Duration.ofMinutes(-7)));
        caller.goOn();
        caller.goOn();
        close();
        open();
        bank.moveClock(MINUTE.multipliedBy(3));
        Caller again = Caller.of(bank, new Customer(Browser.of(bank), caller.customer().user()));
        assertThat(again.goOn()).isEqualTo("enrol");
    }

    @Test
    @DisplayName("comes too late when the ten minutes of the sign-in are over")
    void tooLate() throws IOException {
        Caller caller = Caller.of(bank, ASKED);
        bank.moveClock(Duration.ofMinutes(10));
        Refusal.of(caller.send(caller.right())).is("session-expired", 401, "G005e");
    }

    @Test
    @DisplayName("is asked of logid036 twice: its token is five minutes fast")
    void practice() throws IOException {
        var user = bank.users().stream().filter(each -> each.loginId().equals("logid036")).findFirst().orElseThrow();
        Caller caller = Caller.of(bank, new Customer(Browser.of(bank), user));
        assertThat(caller.goOn()).isEqualTo("time-sync");
        assertThat(caller.goOn()).isEqualTo("enrol");
    }

    private static int status(Caller caller, String number) {
        try {
            return caller.send(number).status();
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }
}
