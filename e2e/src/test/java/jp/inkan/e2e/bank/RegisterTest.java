package jp.inkan.e2e.bank;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.security.PublicKey;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import jp.inkan.e2e.bank.pki.Authorities;
import jp.inkan.e2e.bank.pki.ClientCertificates;
import jp.inkan.e2e.bank.state.Institution;
import jp.inkan.e2e.bank.state.Issuance;
import jp.inkan.e2e.bank.state.Register;
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
