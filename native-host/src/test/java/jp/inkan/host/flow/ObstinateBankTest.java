package jp.inkan.host.flow;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.security.KeyPair;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import jp.inkan.host.bank.BankException;
import jp.inkan.host.certificate.Certificates;
import jp.inkan.host.failure.Reason;
import jp.inkan.host.journal.Entry;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayName("A bank that doesn't know what it wants")
@Timeout(30)
class ObstinateBankTest extends AtHandMadeBank {
    private static final KeyPair OURS = Certificates.rsa();

    @ParameterizedTest
    @ValueSource(strings = {
        "{\"step\":\"one-time-password\"}", "{\"step\":\"question\",\"text\":\"?\"}"
    })
    @DisplayName("asks its user twenty times in one sign-in and no more")
    void endlessSteps(String step) {
        String body = "Content-Type: application/json\r\n\r\n{\"token\":\"0123456789abcdef\",\"next\":" + step + "}";
        answer("201 Created\r\n" + body, "200 OK\r\n" + body);
        var user = new Obedient();
        var failed = catchThrowableOfType(FlowFailed.class, () -> new IssueFlow(PRACTICE, endpoint, pc).run(user));
        assertThat(failed.reason()).isEqualTo(Reason.BANK_ANSWER);
        assertThat(user.asked).hasSize(21);
        assertThat(store.touched).isEmpty();
    }

    /** Enters what fits, whatever is asked. */
    private static final class Obedient implements User {
        private final List<String> asked = new ArrayList<>();

        @Override
        public Answer ask(Prompt prompt) {
            asked.add(prompt.screen());
            Map<String, char[]> values = new HashMap<>();
            prompt.fields().forEach(field -> values.put(field.name(), "12345678".toCharArray()));
            return new Answer(values);
        }

        @Override
        public void progress(Stage stage) {}

        @Override
        public void pointOfNoReturn() {}
    }

    @Test
    @DisplayName("says that there is no certificate, that there is one, and again that there is none: the key stays")
    void contradiction() throws Exception {
        Entry entry = submitted("9999-a", OURS);
        answer(NONE, ALREADY_ISSUED, NONE);
        var failed = catchThrowableOfType(FlowFailed.class, () -> settle(entry));
        assertThat(failed.reason()).isEqualTo(Reason.BANK_ANSWER);
        assertThat(store.touched).isEmpty();
        assertThat(pc.journal().open()).hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(strings = {
        "200 OK\r\n\r\n", "200 OK\r\nContent-Type: text/html\r\n\r\n<p>Deleted.", "404 No\r\n\r\n",
        "500 No\r\n\r\n", "503 No\r\n\r\n",
        "204 None\r\nContent-Length: 1\r\n\r\nx", "what?"
    })
    @DisplayName("answers the wish to give a request up with anything but 204: the key stays, and the next 204 ends it")
    void noPromise(String answer) throws Exception {
        Entry entry = submitted("9999-a", OURS);
        answer(NONE, answer);
        assertThat(catchThrowableOfType(BankException.class, () -> settle(entry))).isNotNull();
        assertThat(store.touched).isEmpty();
        assertThat(pc.journal().open()).hasSize(1);

        answer(NONE);
        assertThat(settle(entry)).isEqualTo(new Settlement.End.Nothing());
        assertThat(store.touched).containsExactly("discarded 9999-a");
        assertThat(pc.journal().open()).isEmpty();
    }
}
