package jp.inkan.host.flow;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyPair;
import java.security.Security;
import java.time.Clock;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import jp.inkan.host.bank.Bank;
import jp.inkan.host.bank.BankException;
import jp.inkan.host.bank.HandMadeBank;
import jp.inkan.host.certificate.CertificateRequest;
import jp.inkan.host.certificate.Certificates;
import jp.inkan.host.failure.Reason;
import jp.inkan.host.institution.Endpoint;
import jp.inkan.host.institution.Institution;
import jp.inkan.host.institution.Institutions;
import jp.inkan.host.journal.Entry;
import jp.inkan.host.journal.Journal;
import jp.inkan.host.proxy.Network;
import okhttp3.tls.HeldCertificate;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayName("A bank that doesn't know what it wants")
@Timeout(30)
class ObstinateBankTest {
    private static final String HOST = "www.cc9999.bizsol.anser.ne.jp";
    private static final Institution PRACTICE = Institutions.builtIn().byCode("9999").orElseThrow();
    private static final HeldCertificate ROOT = new HeldCertificate.Builder().certificateAuthority(0).build();
    private static final KeyPair OURS = Certificates.rsa();
    private static final String NONE = "204 None\r\n\r\n";
    private static final String ALREADY_ISSUED = "409 Conflict\r\nContent-Type: application/problem+json\r\n\r\n"
            + "{\"type\":\"urn:inkan:problem:already-issued\",\"code\":\"G004e\"}";

    @TempDir
    private Path folder;

    private HandMadeBank server;
    private Endpoint endpoint;
    private ThisPc pc;
    private final KeptStore store = new KeptStore();

    @BeforeEach
    void open() throws Exception {
        server = HandMadeBank.as(new HeldCertificate.Builder().addSubjectAlternativeName(HOST).signedBy(ROOT).build());
        Path anchor = Files.writeString(folder.resolve("anchor.pem"), ROOT.certificatePem());
        endpoint = new Endpoint.Loopback(HOST, server.port(), anchor, false);
        pc = new ThisPc(store, new Journal(folder.resolve("journal")), Clock.systemUTC(), Network.direct());
    }

    @AfterEach
    void close() {
        server.close();
    }

    /** One after the other, to whatever is asked; the last one for ever. */
    private void answer(String... answers) {
        Iterator<String> next = List.of(answers).iterator();
        server.behave(guest -> {
            guest.read();
            guest.write("HTTP/1.1 " + (next.hasNext() ? next.next() : answers[answers.length - 1]));
        });
    }

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

    private Entry submitted() throws Exception {
        byte[] pkcs10 = CertificateRequest.forLoginId(
                "logid031", OURS.getPublic(), OURS.getPrivate(), Security.getProvider("SunRsaSign"));
        var entry = new Entry("9999-a", "9999", Optional.empty(), new Entry.State.Submitted(pkcs10));
        pc.journal().write(entry);
        return entry;
    }

    private Settlement.End settle(Entry entry) throws Exception {
        try (Bank bank = Bank.at(PRACTICE, endpoint, pc.clock(), pc.network())) {
            return new Settlement(PRACTICE, pc).settle(entry, bank, new Settlement.Caller() {
                @Override
                public <T> T call(ThroughProxy.Call<T> call) throws BankException {
                    return call.run();
                }
            });
        }
    }

    @Test
    @DisplayName("says that there is no certificate, that there is one, and again that there is none: the key stays")
    void contradiction() throws Exception {
        Entry entry = submitted();
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
        Entry entry = submitted();
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
