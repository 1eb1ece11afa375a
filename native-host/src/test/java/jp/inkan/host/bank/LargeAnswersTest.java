package jp.inkan.host.bank;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.zip.GZIPOutputStream;
import jp.inkan.host.failure.Reason;
import jp.inkan.host.fuzz.Allocated;
import jp.inkan.host.proxy.ProxyLogins;
import jp.inkan.host.proxy.TestNetworks;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

@DisplayName("An answer that is too large")
class LargeAnswersTest extends AtAHandMadeBank {
    /** Bytes that a call may ask of the heap, freed ones included. OkHttp's 256 KiB of headers become 15 MB as strings. */
    private static final long ALLOWED = 25_000_000;
    private static final byte[] BLOCK = filled(16 * 1024);

    private static byte[] filled(int bytes) {
        byte[] block = new byte[bytes];
        Arrays.fill(block, (byte) 'x');
        return block;
    }

    private static byte[] ascii(String text) {
        return text.getBytes(StandardCharsets.US_ASCII);
    }

    private static byte[] zeros(int bytes) {
        var zipped = new ByteArrayOutputStream();
        try (var gzip = new GZIPOutputStream(zipped)) {
            gzip.write(new byte[bytes]);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return zipped.toByteArray();
    }

    private static Named<HandMadeBank.Conduct> answer(String name, String head, byte[] body) {
        return Named.of(name, guest -> {
            guest.read();
            guest.write("HTTP/1.1 " + head.replace("|", "\r\n") + "\r\n\r\n");
            guest.write(body);
        });
    }

    private static Named<HandMadeBank.Conduct> endless(String name, String head, byte[] block) {
        return Named.of(name, guest -> {
            guest.read();
            guest.write("HTTP/1.1 " + head.replace("|", "\r\n"));
            guest.writeForEver(block);
        });
    }

    private static final List<Named<HandMadeBank.Conduct>> ANSWERS = List.of(
                answer("5 MB", "200 OK|Content-Type: application/json|Content-Length: 5000000", filled(5_000_000)),
                answer("5 MB of problems", "400 No|Content-Type: application/problem+json|Content-Length: 5000000",
                        filled(5_000_000)),
                answer("5 MB of an error", "500 Broken|Content-Type: text/html|Content-Length: 5000000", filled(5_000_000)),
                answer("5 MB of a pause", "503 Busy|Retry-After: 1|Content-Length: 5000000", filled(5_000_000)),
                answer("a zip of 50 MB", "201 Created|Content-Type: application/json|Content-Encoding: gzip", zeros(50_000_000)),
                endless("endless zip's name", "201 Created|Content-Encoding: gzip||\u001f\u008b\b\b\0\0\0\0\0\0", BLOCK),
                endless("endless body", "200 OK||", BLOCK),
                endless("endless chunk", "200 OK|Transfer-Encoding: chunked||7fffffff|", BLOCK),
                endless("endless chunks", "200 OK|Transfer-Encoding: chunked||", ascii("1\r\nx\r\n".repeat(1000))),
                endless("endless words about a chunk", "200 OK|Transfer-Encoding: chunked||1;", BLOCK),
                endless("endless line after a chunk", "200 OK|Transfer-Encoding: chunked||1|x", BLOCK),
                endless("endless trailers", "200 OK|Transfer-Encoding: chunked||0|", ascii("A: b\r\n".repeat(1000))),
                endless("endless status line", "200 ", BLOCK),
                endless("one endless header", "200 OK|A: ", BLOCK),
                endless("endless headers", "200 OK|", ascii("A: b\r\n".repeat(1000))),
                endless("endless hints", "100 Continue||", ascii("HTTP/1.1 103 Hints\r\n\r\n".repeat(100))),
                answer("a header of 1 MiB", "200 OK|A: " + "x".repeat(1024 * 1024), BLOCK),
                answer("100,000 headers", "200 OK" + "|A: b".repeat(100_000), BLOCK));

    static List<Named<HandMadeBank.Conduct>> answers() {
        return ANSWERS;
    }

    @ParameterizedTest
    @MethodSource("answers")
    @DisplayName("is refused in bounded memory, whatever of it has no end")
    void large(HandMadeBank.Conduct conduct) throws Exception {
        server.behave(conduct);
        assertRefusedAt(Endpoints.SIGN_IN);
    }

    @ParameterizedTest
    @MethodSource("answers")
    @DisplayName("is refused in bounded memory behind a SOCKS proxy, too")
    void behindSocks(HandMadeBank.Conduct conduct) throws Exception {
        server.behave(conduct);
        try (var socks = new HandMadeSocks(server.port())) {
            assertRefusedAt(Endpoints.SIGN_IN, () -> bank(TestNetworks.of(new ProxyLogins(), socks.proxy())));
            assertThat(socks.guests()).isPositive();
        }
    }

    @ParameterizedTest
    @EnumSource
    @DisplayName("is refused at every endpoint, as an answer and as a problem")
    void everywhere(Endpoints endpoint) throws Exception {
        for (Named<HandMadeBank.Conduct> conduct : ANSWERS.subList(0, 2)) {
            server.behave(conduct.getPayload());
            assertRefusedAt(endpoint);
        }
    }

    private static void assertRefusedAt(Endpoints endpoint) throws Exception {
        assertRefusedAt(endpoint, AtAHandMadeBank::bank);
    }

    private static void assertRefusedAt(Endpoints endpoint, Callable<Bank> door) throws Exception {
        long allocated = Allocated.by(() -> {
            try (Bank bank = door.call()) {
                assertThat(endpoint.failureAt(bank).reason()).isIn(Reason.BANK_ANSWER, Reason.BANK_UNREACHABLE);
            }
            return null;
        });
        assertThat(allocated).isLessThan(ALLOWED);
    }
}
