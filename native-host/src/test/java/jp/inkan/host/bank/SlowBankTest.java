package jp.inkan.host.bank;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.UnknownHostException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.stream.Stream;
import jp.inkan.host.failure.Reason;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

@DisplayName("A slow bank")
class SlowBankTest extends AtAHandMadeBank {
    /** Instead of 30 seconds. Longer than a handshake. */
    private static final Duration LIMIT = Duration.ofMillis(800);
    /** From the limit to the exception, on a machine that is busy. */
    private static final Duration GRACE = Duration.ofSeconds(3);

    static Stream<Named<HandMadeBank.Conduct>> slownesses() {
        return Stream.of(
                Named.of("no handshake", HandMadeBank.Guest::waitForEnd),
                Named.of("no answer", guest -> {
                    guest.read();
                    guest.waitForEnd();
                }),
                Named.of("a status line without an end", guest -> {
                    guest.read();
                    guest.write("HTTP/1.1 200 ");
                    guest.drip("O");
                }),
                Named.of("headers without an end", guest -> {
                    guest.read();
                    guest.write("HTTP/1.1 200 OK\r\n");
                    guest.drip("A: b\r\n");
                }),
                Named.of("hints without an end", guest -> {
                    guest.read();
                    guest.drip("HTTP/1.1 103 Early Hints\r\n\r\n");
                }),
                Named.of("a body without an end", guest -> {
                    guest.read();
                    guest.write("HTTP/1.1 201 Created\r\nContent-Type: application/json\r\nContent-Length: 1000\r\n\r\n");
                    guest.drip(" ");
                }),
                Named.of("chunks without an end", guest -> {
                    guest.read();
                    guest.write("HTTP/1.1 201 Created\r\nContent-Type: application/json\r\nTransfer-Encoding: chunked\r\n\r\n");
                    guest.drip("1\r\n \r\n");
                }));
    }

    @ParameterizedTest
    @MethodSource("slownesses")
    @DisplayName("is given up at the call's limit, however it drips")
    void slow(HandMadeBank.Conduct conduct) throws Exception {
        server.behave(conduct);
        try (Bank bank = impatient(server.port(), LIMIT)) {
            assertEndsInTime(bank);
        }
    }

    private static void assertEndsInTime(Bank bank) {
        Instant begun = Instant.now();
        BankException failure = Endpoints.SIGN_IN.failureAt(bank);
        assertThat(failure.reason()).isEqualTo(Reason.BANK_UNREACHABLE);
        assertThat(Duration.between(begun, Instant.now())).isBetween(LIMIT.minusMillis(100), LIMIT.plus(GRACE));
    }

    @Test
    @DisplayName("that takes no connection is given up at the call's limit")
    void hangingConnect() throws Exception {
        try (var listener = new ServerSocket(0, 1, InetAddress.getByAddress(new byte[] {127, 0, 0, 1}));
                var _ = new Queue(listener);
                Bank bank = impatient(listener.getLocalPort(), LIMIT)) {
            assertEndsInTime(bank);
        }
    }

    /** As many as a listener keeps waiting: the next one hears nothing. */
    private static final class Queue implements AutoCloseable {
        private final List<Socket> waiting = new ArrayList<>();

        Queue(ServerSocket listener) throws IOException {
            for (int i = 0; i < 2; i++) {
                var socket = new Socket();
                socket.connect(new InetSocketAddress(listener.getInetAddress(), listener.getLocalPort()), 1000);
                waiting.add(socket);
            }
        }

        @Override
        public void close() throws IOException {
            for (Socket socket : waiting) {
                socket.close();
            }
        }
    }

    @Test
    @DisplayName("leaves no thread behind: ten that were given up have no more of them than one")
    void threads() throws Exception {
        server.behave(HandMadeBank.Guest::waitForEnd);
        giveUp();
        Set<Thread> afterOne = Thread.getAllStackTraces().keySet();
        for (int i = 0; i < 9; i++) {
            giveUp();
        }
        // OkHttp's own threads stay for a minute, in case that there is more to do; one may come while another goes.
        assertThat(Thread.getAllStackTraces().keySet().stream().filter(thread -> !afterOne.contains(thread))).hasSizeLessThan(3);
    }

    private static void giveUp() throws BankException {
        try (Bank bank = impatient(server.port(), Duration.ofMillis(100))) {
            assertThat(Endpoints.SIGN_IN.failureAt(bank)).isInstanceOf(BankException.Unreachable.class);
        }
    }

    @Test
    @DisplayName("whose name is looked up without an end isn't waited for: the look-up ends, and at once when it is interrupted")
    void lookUp() {
        var hanging = new CountDownLatch(1);
        var dns = new TimelyDns(name -> {
            try {
                hanging.await();
                return List.of();
            } catch (InterruptedException e) {
                throw new IllegalStateException(e);
            }
        }, Duration.ofMillis(200));
        assertThatThrownBy(() -> dns.lookup("www.example.jp")).isInstanceOf(UnknownHostException.class);

        var patient = new TimelyDns(dns.dns(), Duration.ofHours(1));
        Thread.currentThread().interrupt();
        assertThatThrownBy(() -> patient.lookup("www.example.jp")).isInstanceOf(UnknownHostException.class);
        assertThat(Thread.interrupted()).isTrue();
        hanging.countDown();
    }
}
