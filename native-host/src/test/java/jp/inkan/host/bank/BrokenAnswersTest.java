package jp.inkan.host.bank;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Stream;
import jp.inkan.host.failure.Reason;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayName("Half an answer, and what isn't one")
class BrokenAnswersTest extends AtAHandMadeBank {
    private static final String JSON = "HTTP/1.1 201 Created\r\nContent-Type: application/json\r\n";
    private static final String SESSION = "{\"token\":\"0123456789abcdef\",\"next\":{\"step\":\"enrol\"}}";

    static Stream<Named<HandMadeBank.Conduct>> breaks() {
        return Stream.of(
                Named.of("FIN before the handshake", HandMadeBank.Guest::cut),
                Named.of("RST before the handshake", HandMadeBank.Guest::reset),
                Named.of("RST in the handshake", guest -> {
                    guest.plain().getInputStream().read(new byte[100]);
                    guest.reset();
                }),
                Named.of("RST in the request", guest -> {
                    guest.tls().getInputStream().read(new byte[20]);
                    guest.reset();
                }),
                Named.of("FIN for an answer", guest -> {
                    guest.read();
                    guest.cut();
                }),
                Named.of("close_notify for an answer", guest -> {
                    guest.read();
                    guest.tls().close();
                }),
                Named.of("RST in the answer", guest -> {
                    guest.read();
                    guest.write(JSON + "Content-Length: 1000\r\n\r\n{");
                    guest.reset();
                }),
                Named.of("FIN in the headers", guest -> {
                    guest.read();
                    guest.write("HTTP/1.1 201 Created\r\nContent-Type: appl");
                    guest.cut();
                }),
                Named.of("FIN in the body", guest -> {
                    guest.read();
                    guest.write(JSON + "Content-Length: 1000\r\n\r\n" + SESSION);
                    guest.cut();
                }),
                Named.of("close_notify in the body", guest -> {
                    guest.read();
                    guest.write(JSON + "Content-Length: 1000\r\n\r\n" + SESSION);
                    guest.tls().close();
                }),
                Named.of("chunks that end nowhere", guest -> {
                    guest.read();
                    guest.write(JSON + "Transfer-Encoding: chunked\r\n\r\n5\r\n{\"tok");
                    guest.tls().close();
                }),
                Named.of("chunks without the last", guest -> {
                    guest.read();
                    guest.write(JSON + "Transfer-Encoding: chunked\r\n\r\n"
                            + Integer.toHexString(SESSION.length()) + "\r\n" + SESSION + "\r\n");
                    guest.tls().close();
                }));
    }

    @ParameterizedTest
    @MethodSource("breaks")
    @DisplayName("is a broken connection, wherever it breaks off")
    void broken(HandMadeBank.Conduct conduct) throws Exception {
        server.behave(conduct);
        try (Bank bank = bank()) {
            assertThat(Endpoints.SIGN_IN.failureAt(bank).reason()).isEqualTo(Reason.BANK_UNREACHABLE);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {
        "hello", "\u0000\u0001\u0002\r\n\r\n", "<html>busy</html>", "HTTP/0.9 200 OK\r\n\r\n", "HTTP/9.9 201 Created\r\n\r\n",
        "HTTP/1.1 abc OK\r\n\r\n", "HTTP/1.1 20 OK\r\n\r\n", "HTTP/1.1 -01 OK\r\n\r\n",
        "HTTP/2 201\r\n\r\n", "ICY 201 OK\r\n\r\n", "\r\n\r\n",
        "HTTP/1.1 101 Switching Protocols\r\nUpgrade: x\r\nConnection: Upgrade\r\n\r\n", "HTTP/1.1 103 Early Hints\r\n\r\n",
        "HTTP/1.1 100 Continue\r\n\r\n", "HTTP/1.1 204 None\r\nContent-Length: 5\r\n\r\nhello",
        "HTTP/1.1 201 Created\r\nContent-Type: application/json\r\nTransfer-Encoding: chunked\r\n\r\nzz\r\n",
        "HTTP/1.1 201 Created\r\nContent-Type: application/json\r\nTransfer-Encoding: chunked\r\n\r\n-5\r\n",
        "HTTP/1.1 201 Created\r\nContent-Type: application/json\r\nTransfer-Encoding: chunked\r\n\r\n7fffffffffffffffff\r\n",
        "HTTP/1.1 201 Created\r\nContent-Type: application/json\r\nContent-Length: -5\r\n\r\n{}",
        "HTTP/1.1 201 Created\r\nContent-Type: application/json\r\nContent-Length: 99999999999999999999\r\n\r\n{}",
        "HTTP/1.1 201 Created\r\nContent-Type: \u00e9\u0001\r\nno colon\r\n: no name\r\n\r\n",
        "HTTP/1.1 201 Created\r\nContent-Type: application/json\r\nContent-Encoding: gzip\r\nContent-Length: 2\r\n\r\n{}",
        "HTTP/1.1 401 No\r\nWWW-Authenticate: Basic realm=\u00e9, \u0001=,,,=\"\r\n\r\n",
        "HTTP/1.1 407 No\r\nProxy-Authenticate: Basic realm=\"x\"\r\n\r\n", "HTTP/1.1 408 Slow\r\n\r\n",
        "HTTP/1.1 421 Misdirected\r\n\r\n",
        "HTTP/1.1 999 ?\r\n\r\n"
    })
    @DisplayName("ends in a typed error, and nothing is asked twice")
    void garbage(String answer) throws Exception {
        server.answer(answer);
        for (Endpoints endpoint : List.of(Endpoints.SIGN_IN, Endpoints.ABANDON)) {
            int before = server.guests();
            try (Bank bank = bank()) {
                assertThat(endpoint.failureAt(bank).reason()).as(endpoint.name()).isIn(Reason.BANK_UNREACHABLE, Reason.BANK_ANSWER);
            }
            assertThat(server.guests()).isEqualTo(before + 1);
        }
    }

    @Test
    @DisplayName("is passed over where it only announces the real one")
    void interim() throws Exception {
        server.answer("HTTP/1.1 100 Continue\r\n\r\nHTTP/1.1 103 Early Hints\r\nLink: </x>\r\n\r\n" + JSON
                + "Content-Length: " + SESSION.length() + "\r\n\r\n" + SESSION);
        try (Bank bank = bank()) {
            assertThat(AtTheBank.signIn(bank).token()).isEqualTo("0123456789abcdef");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {
        "200 OK\r\n\r\n", "200 OK\r\nContent-Type: application/json\r\n\r\n{\"deleted\":true}",
        "202 Accepted\r\n\r\n", "205 Reset\r\n\r\n",
        "206 Part\r\n\r\n", "304 Same\r\n\r\n", "400 No\r\n\r\n", "404 Not found\r\n\r\n", "409 Conflict\r\n\r\n",
        "409 Conflict\r\nContent-Type: application/problem+json\r\n\r\n{", "410 Gone\r\n\r\n",
        "500 Broken\r\n\r\n", "503 Busy\r\n\r\n",
        "404 Not found\r\nContent-Type: application/problem+json\r\n\r\n{\"type\":\"urn:inkan:problem:certificate-unknown\"}"
    })
    @DisplayName("isn't the promise after which a key may be deleted")
    void noPromise(String answer) throws Exception {
        server.answer("HTTP/1.1 " + answer);
        try (Bank bank = bank()) {
            assertThat(Endpoints.ABANDON.failureAt(bank)).isNotNull();
        }
    }
}
