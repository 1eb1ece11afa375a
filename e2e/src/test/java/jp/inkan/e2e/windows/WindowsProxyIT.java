package jp.inkan.e2e.windows;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import jp.inkan.e2e.bank.PracticeBank;
import jp.inkan.e2e.bank.state.User;
import jp.inkan.e2e.host.HostProcess;
import jp.inkan.e2e.proxy.Admission;
import jp.inkan.e2e.proxy.OfficeProxy;
import jp.inkan.e2e.proxy.Squid;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** The user's own proxy settings in the registry, WinHTTP as wine 8 has it, and a real squid. */
@DisplayName("The Windows host in an office with a proxy, in wine 8 with the stand-in")
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@Timeout(180)
class WindowsProxyIT {
    private Path folder;
    private Wine pc;
    private PracticeBank bank;
    private Squid squid;

    @BeforeAll
    void install(@TempDir Path empty) throws IOException {
        folder = empty;
        pc = Wine.at(folder.resolve("pc"));
        pc.layIn(Mingw.dll("ncrypt", folder, "bcrypt"));
        bank = PracticeBank.start();
        squid = Squid.start(new Admission.Open(), bank.ports().keySet());
    }

    @AfterAll
    void uninstall() throws Exception {
        squid.close();
        bank.close();
        pc.close();
    }

    /** @return how many requests of the host's have gone through the proxy */
    private int issue() throws Exception {
        int before = squid.passages().size();
        User user = bank.addUser();
        ProcessBuilder command = pc.command(WindowsPackage.find().folder().resolve("inkan-host.exe").toString(), HostProcess.ORIGIN);
        command.environment().putAll(OfficeProxy.environment(bank, folder, Map.of(), ""));
        command.directory(folder.toFile()).redirectError(folder.resolve("stderr").toFile());
        try (HostProcess host = WindowsHost.welcomed(command)) {
            HostProcess.assertDone(host.issue(user.loginId(), user.password()));
        }
        assertThat(bank.issuedFor(user.loginId())).isEqualTo(1);
        return squid.passages().size() - before;
    }

    private static int freePort() throws IOException {
        try (var socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }

    @Test
    @DisplayName("reaches the bank through the one that was set by hand, the second of the list where the first is down")
    void manual() throws Exception {
        InternetSettings.MANUAL.set(pc, "127.0.0.1:" + freePort() + "; 127.0.0.1:" + squid.port(), "intra.example.jp;<local>", "");
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
