package jp.inkan.e2e.bank;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.PublicKey;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import jp.inkan.e2e.bank.pki.Authorities;
import jp.inkan.e2e.bank.pki.ClientCertificates;
import jp.inkan.e2e.bank.state.Institution;
import jp.inkan.e2e.bank.state.Issuance;
import jp.inkan.e2e.bank.state.Obstacle;
import jp.inkan.e2e.bank.state.Plan;
import jp.inkan.e2e.bank.state.Register;
import jp.inkan.e2e.bank.state.SecretQuestion;
import jp.inkan.e2e.bank.state.Step;
import jp.inkan.e2e.bank.state.TokenMemory;
import jp.inkan.e2e.bank.state.User;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@DisplayName("The register")
class RegisterTest {
    @TempDir
    private Path folder;

    @Test
    @DisplayName("makes a second request wait while the first one's certificate is being made, and refuses it then")
    void oneAfterTheOther() throws Exception {
        Register register = Register.open(folder.resolve("register.json"));
        Instant now = Instant.now();
        Supplier<X509Certificate> certificate = certificates(now);
        CountDownLatch making = new CountDownLatch(1);
        CountDownLatch mayEnd = new CountDownLatch(1);
        CompletableFuture<Issuance> first = CompletableFuture.supplyAsync(() -> issue(register, "first", now, () -> {
            making.countDown();
            await(mayEnd);
            return certificate.get();
        }));
        await(making);
        FutureTask<Issuance> second = new FutureTask<>(() -> issue(register, "second", now, certificate));
        Thread thread = Thread.ofPlatform().start(second);
        while (thread.getState() != Thread.State.BLOCKED && thread.isAlive()) {
            Thread.onSpinWait();
        }
        mayEnd.countDown();
        assertThat(first.get(20, TimeUnit.SECONDS)).isInstanceOf(Issuance.Certificate.class);
        assertThat(second.get(20, TimeUnit.SECONDS)).isInstanceOf(Issuance.AlreadyIssued.class);
        assertThat(register.issuedTo("logid031")).hasSize(1);
    }

    @Test
    @DisplayName("reads a file from before there were plans: nothing more is asked of its users")
    void oldFile() throws IOException {
        Path file = folder.resolve("register.json");
        Files.writeString(file, """
                {
                  "users" : [ {
                    "loginId" : "logid031",
                    "password" : "34ah3ra7shw5",
                    "tokenSecret" : "SJ2QQDLSPEUPRUWFBARAFPG4UL72U3YN",
                    "displayName" : "練習商事株式会社 logid031 様"
                  } ],
                  "issued" : [ ]
                }
                """);
        Register old = Register.open(file);
        User user = old.users().getFirst();
        assertThat(old.users()).hasSize(1);
        assertThat(user.password()).isEqualTo("34ah3ra7shw5");
        assertThat(user.plan()).isEqualTo(Plan.NOTHING_MORE);
        assertThat(user.master()).isFalse();
        assertThat(user.contract()).isEqualTo("logid031");
        assertThat(old.token("logid031")).isEqualTo(TokenMemory.FRESH);
        old.remember("logid031", TokenMemory.FRESH.withUsed(31).withDrift(-2));
        assertThat(Register.open(file).token("logid031")).isEqualTo(new TokenMemory(-2, List.of(31L)));
        assertThat(Register.open(file).users()).containsExactly(user);
    }

    @Test
    @DisplayName("reads a certificate from before there were renewals, keeps which one replaced it and what was revoked")
    void renewals() throws IOException {
        Path file = folder.resolve("register.json");
        Register register = Register.open(file);
        Instant now = Instant.parse("2031-01-01T00:00:00Z");
        Supplier<X509Certificate> certificate = certificates(now);
        X509Certificate old = certificate.get();
        register.note("logid031", old);
        assertThat(Files.readString(file)).doesNotContain("replaces", "revokedAt");
        Register again = Register.open(file);
        again.renew(old.getSerialNumber(), "request", now.plus(Duration.ofDays(360)), certificate);
        again.revoke(old.getSerialNumber(), now.plus(Duration.ofDays(361)));
        Register third = Register.open(file);
        assertThat(third.issuedTo("logid031")).isEqualTo(again.issuedTo("logid031")).hasSize(2);
        assertThat(third.replacementOf(old.getSerialNumber())).isPresent();
        assertThat(third.issued(old.getSerialNumber()).orElseThrow().revokedAt())
                .contains(now.plus(Duration.ofDays(361)));
    }

    @Test
    @DisplayName("keeps what is asked of users, what refuses them and how their tokens go")
    void plans() throws IOException {
        Path file = folder.resolve("register.json");
        Register register = Register.open(file);
        User asked = register.addUser(Plan.asking(Step.QUESTION, Step.TRANSACTION, Step.ONE_TIME_PASSWORD)
                .withDrift(Duration.ofSeconds(-301)).withQuestion("好きな色は?", "青"));
        User refused = register.addUser(Plan.refused(Obstacle.OTP_TOKEN_NOT_ISSUED));
        Register again = Register.open(file);
        assertThat(again.users()).isEqualTo(register.users()).contains(asked, refused);
        assertThat(again.user(asked.loginId()).orElseThrow().plan()).isEqualTo(asked.plan());
    }

    @Test
    @DisplayName("gives a question to whom one is asked, refuses a plan with a step twice, and says no secrets")
    void questions() throws IOException {
        Register register = Register.open(folder.resolve("register.json"));
        User user = register.addUser(Plan.asking(Step.QUESTION));
        SecretQuestion question = user.plan().question().orElseThrow();
        assertThat(register.addUser(Plan.asking(Step.TRANSACTION)).plan().question()).isEmpty();
        assertThat(user.toString() + user.plan()).doesNotContain(question.answer(), user.tokenSecret());
        assertThatIllegalArgumentException().isThrownBy(() -> Plan.asking(Step.QUESTION, Step.QUESTION));
        assertThatIllegalArgumentException().isThrownBy(() -> new SecretQuestion("a".repeat(257), "b"));
        assertThatIllegalArgumentException().isThrownBy(() -> new SecretQuestion("a", ""));
    }

    @Test
    @DisplayName("remembers so many requests that were given up, by anybody, and promises nothing of more; after a day there is room again")
    void givenUp() throws IOException {
        Instant now = Instant.parse("2031-01-01T00:00:00Z");
        String many = IntStream.range(0, 10_000).mapToObj(i -> "\"request%d\":\"%s\"".formatted(i, now))
                .collect(Collectors.joining(","));
        Path file = folder.resolve("register.json");
        Files.writeString(file, "{\"users\":[],\"tokens\":[],\"issued\":[],\"abandoned\":{" + many + "}}");
        Register register = Register.open(file);
        assertThat(register.abandon("one more", now)).isEqualTo(Register.GivenUp.NO_ROOM);
        assertThat(register.abandon("request0", now)).isEqualTo(Register.GivenUp.DONE);
        assertThat(register.abandon("one more", now.plus(Duration.ofDays(2)))).isEqualTo(Register.GivenUp.DONE);
    }

    @Test
    @DisplayName("forgets the oldest of a token's numbers after many")
    void usedNumbers() {
        TokenMemory memory = TokenMemory.FRESH;
        for (int i = 0; i < 100; i++) {
            memory = memory.withUsed(i);
        }
        assertThat(memory.used()).hasSize(64).contains(99L, 36L).doesNotContain(35L);
    }

    private Supplier<X509Certificate> certificates(Instant now) throws IOException {
        var authority = Authorities.clients(folder.resolve("clients.pem"), Institution.PRACTICE, now);
        PublicKey key = Requests.rsa(2048).getPublic();
        return () -> new ClientCertificates(Institution.PRACTICE, authority).issue("logid031", key, now);
    }

    private static Issuance issue(Register register, String request, Instant now, Supplier<X509Certificate> maker) {
        try {
            return register.issue("logid031", request, now, maker);
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    private static void await(CountDownLatch latch) {
        try {
            assertThat(latch.await(20, TimeUnit.SECONDS)).isTrue();
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        }
    }
}
