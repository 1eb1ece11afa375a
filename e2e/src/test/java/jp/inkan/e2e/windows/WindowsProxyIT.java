package jp.inkan.e2e.windows;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import jp.inkan.e2e.host.HostProcess;
import jp.inkan.e2e.proxy.Admission;
import jp.inkan.e2e.proxy.FreePort;
import jp.inkan.e2e.proxy.OfficeProxy;
import jp.inkan.e2e.proxy.Squid;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** The user's own proxy settings in the registry, WinHTTP as wine 8 has it, and a real squid. */
@DisplayName("The Windows host in an office with a proxy, in wine 8 with the stand-in")
class WindowsProxyIT extends WindowsAtBank {
    private Squid squid;

    @BeforeEach
    void startProxy() throws IOException {
        squid = Squid.start(new Admission.Open(), bank.ports().keySet());
    }

    @AfterEach
    void stopProxy() throws IOException {
        squid.close();
    }

    /** @return how many requests of the host's have gone through the proxy */
    private int issue() throws Exception {
        HostProcess host = start(OfficeProxy.environment(bank, folder, Map.of(), ""));
        HostProcess.assertDone(host.issue(user.loginId(), user.password()));
        assertThat(bank.issuedFor(user.loginId())).isEqualTo(1);
        return squid.passages().size();
    }

    @Test
    @DisplayName("reaches the bank through the one that was set by hand, the second of the list where the first is down")
    void manual() throws Exception {
        InternetSettings.MANUAL.set(pc, "127.0.0.1:" + FreePort.find() + "; 127.0.0.1:" + squid.port(), "intra.example.jp;<local>", "");
        assertThat(issue()).isPositive();
    }

    @Test
    @DisplayName("goes past it to a bank that is among the exceptions")
    void exception() throws Exception {
        InternetSettings.MANUAL.set(pc, "127.0.0.1:" + squid.port(), "www.cc9999.bizsol.anser.ne.jp;<local>", "");
        assertThat(issue()).isZero();
    }

    /** Of a list that the script gives, wine 8 keeps the first alone. */
    @Test
    @DisplayName("finds it by the PAC file")
    void pac() throws Exception {
        String script = "function FindProxyForURL(url, host) { return dnsDomainIs(host, '.anser.ne.jp')"
                + " ? 'PROXY 127.0.0.1:" + squid.port() + "' : 'DIRECT'; }";
        var asked = new AtomicInteger();
        HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/proxy.pac", exchange -> {
            asked.incrementAndGet();
            exchange.sendResponseHeaders(200, script.length());
            exchange.getResponseBody().write(script.getBytes(StandardCharsets.US_ASCII));
            exchange.close();
        });
        server.start();
        try {
            InternetSettings.PAC.set(pc, "", "", "http://127.0.0.1:" + server.getAddress().getPort() + "/proxy.pac");
            assertThat(issue()).isPositive();
            assertThat(asked).hasPositiveValue();
        } finally {
            server.stop(0);
        }
    }

    @Test
    @DisplayName("goes straight to the bank where the proxy is to be found by the network, and the network names none")
    void detect() throws Exception {
        InternetSettings.DETECT.set(pc, "", "", "");
        assertThat(issue()).isZero();
    }
}
