package jp.inkan.host.bank;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.SocketTimeoutException;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayName("A redirect")
class RedirectTest extends AtAHandMadeBank {
    @ParameterizedTest
    @ValueSource(ints = {300, 301, 302, 303, 307, 308})
    @DisplayName("isn't followed: not to another port of the bank, not to another host, not to http, not to itself")
    void redirects(int status) throws Exception {
        try (HandMadeBank another = HandMadeBank.as(AtTheBank.certificate().build());
                var plain = new ServerSocket(0, 1, InetAddress.getByAddress(new byte[] {127, 0, 0, 1}))) {
            assertNotFollowed(status, "https://" + AtTheBank.HOST + ":" + another.port() + "/inkan/v1/sessions");
            assertNotFollowed(status, "https://127.0.0.1:" + another.port() + "/");
            assertNotFollowed(status, "http://127.0.0.1:" + plain.getLocalPort() + "/");
            assertNotFollowed(status, "http://" + AtTheBank.HOST + ":" + server.port() + "/");
            assertNotFollowed(status, "/inkan/v1/sessions");
            assertNotFollowed(status, "");
            assertThat(another.guests()).isZero();
            plain.setSoTimeout(1);
            assertThatThrownBy(plain::accept).isInstanceOf(SocketTimeoutException.class);
        }
    }

    private static void assertNotFollowed(int status, String location) throws Exception {
        server.answer("HTTP/1.1 " + status + " Elsewhere\r\nLocation: " + location + "\r\nContent-Length: 0\r\n\r\n");
        for (Endpoints endpoint : new Endpoints[] {Endpoints.SIGN_IN, Endpoints.LOOK}) {
            int before = server.guests();
            try (Bank bank = bank()) {
                assertThat(endpoint.failureAt(bank)).isInstanceOf(BankException.Protocol.class);
            }
            assertThat(server.guests()).isEqualTo(before + 1);
        }
    }
}
