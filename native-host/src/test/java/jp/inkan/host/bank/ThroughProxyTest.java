package jp.inkan.host.bank;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.InetSocketAddress;
import java.net.Proxy;
import java.time.Clock;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import jp.inkan.host.failure.Reason;
import jp.inkan.host.failure.Trace;
import jp.inkan.host.institution.Endpoint;
import jp.inkan.host.proxy.HandMadeProxy;
import jp.inkan.host.proxy.ProxyLogins;
import jp.inkan.host.proxy.TestNetworks;
import mockwebserver3.MockResponse;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("A bank behind a proxy")
class ThroughProxyTest extends AtTheBank {
    private static final String BASIC = "Basic realm=\"office\"";
    /** Base64 of {@code taro:secret}. */
    private static final String TARO = "Basic dGFybzpzZWNyZXQ=";

    private final ProxyLogins logins = new ProxyLogins();
    private HandMadeProxy proxy;

    @AfterEach
    void stopProxy() throws Exception {
        if (proxy != null) {
            proxy.close();
        }
    }

    private Bank bankBehind(HandMadeProxy proxy) throws Exception {
        this.proxy = proxy;
        return bankThrough(TestNetworks.of(logins, proxy.address()));
    }

    private void give(BankException.ProxyLogin wanted, String password) {
        logins.give(wanted.proxy(), "taro".toCharArray(), password.toCharArray());
    }

    @Test
    @DisplayName("is reached through it, by name, with nothing of the request in the open")
    void open() throws Exception {
        Bank bank = bankBehind(new HandMadeProxy(_ -> Optional.empty()));
        server.enqueue(signedIn());
        assertThat(signIn(bank)).isNotNull();
        assertThat(proxy.heads()).singleElement().asString().startsWith("CONNECT " + HOST + ":" + server.getPort() + " HTTP/1.1\r\n")
                .doesNotContain("Authorization", "logid031");
    }

    @Test
    @DisplayName("is reached by the same call again once the proxy's login is known; a wrong one is asked for again")
    void basic() throws Exception {
        Bank bank = bankBehind(HandMadeProxy.wanting(TARO, BASIC));
        var first = refusedWith(BankException.ProxyLogin.class, bank);
        assertThat(first.rejected()).isFalse();
        assertThat(first.reason()).isEqualTo(Reason.PROXY_CREDENTIALS);
        assertThat(first.proxy()).hasToString("127.0.0.1:" + ((InetSocketAddress) proxy.address().address()).getPort());

        give(first, "wrong");
        var second = refusedWith(BankException.ProxyLogin.class, bank);
        assertThat(second.rejected()).isTrue();
        // Forgotten: it isn't tried until the proxy locks the user out.
        assertThat(refusedWith(BankException.ProxyLogin.class, bank).rejected()).isFalse();

        give(second, "secret");
        server.enqueue(signedIn());
        assertThat(signIn(bank)).isNotNull();
        assertThat(server.getRequestCount()).isEqualTo(1);
        assertThat(server.takeRequest().getHeaders().names()).doesNotContain("Proxy-Authorization");
    }

    @Test
    @DisplayName("is told nothing of the proxy's login, though it asks for one inside the tunnel")
    void bankAsks() throws Exception {
        Bank bank = bankBehind(HandMadeProxy.wanting(TARO, BASIC));
        give(refusedWith(BankException.ProxyLogin.class, bank), "secret");
        server.enqueue(new MockResponse.Builder().code(407).setHeader("Proxy-Authenticate", BASIC).build());
        assertThat(refusedWith(BankException.class, bank)).isNotInstanceOf(BankException.ProxyLogin.class);
        assertThat(server.getRequestCount()).isEqualTo(1);
        assertThat(server.takeRequest().getHeaders().names()).doesNotContain("Proxy-Authorization");
    }

    @Test
    @DisplayName("is reached though the proxy asks only in the middle")
    void later() throws Exception {
        var connects = new AtomicInteger();
        Bank bank = bankBehind(new HandMadeProxy(head -> connects.getAndIncrement() == 0 || head.contains(TARO)
                ? Optional.empty()
                : Optional.of(HandMadeProxy.challenge(BASIC))));
        server.enqueue(signedIn());
        server.enqueue(signedIn());
        assertThat(signIn(bank)).isNotNull();
        give(refusedWith(BankException.ProxyLogin.class, bank), "secret");
        assertThat(signIn(bank)).isNotNull();
    }

    @Test
    @DisplayName("is reached though the proxy hangs up after each question")
    void hangsUp() throws Exception {
        Bank bank = bankBehind(new HandMadeProxy(head -> head.contains(TARO)
                ? Optional.empty()
                : Optional.of(HandMadeProxy.challenge(BASIC) + "\r\nConnection: close")));
        give(refusedWith(BankException.ProxyLogin.class, bank), "secret");
        server.enqueue(signedIn());
        assertThat(signIn(bank)).isNotNull();
    }

    @Test
    @DisplayName("is reached with Digest where Basic is offered first, for host and port, and again with a fresh number, but not for ever")
    void digest() throws Exception {
        var asked = new AtomicInteger();
        Bank bank = bankBehind(new HandMadeProxy(_ -> Optional.of(HandMadeProxy.challenge(
                BASIC, "Digest realm=\"社\", nonce=\"n" + asked.incrementAndGet() + "\", qop=\"auth\", stale=true, algorithm=SHA-256"))));
        give(refusedWith(BankException.ProxyLogin.class, bank), "secret");
        assertThat(refusedWith(BankException.ProxyLogin.class, bank).rejected()).isTrue();
        assertThat(proxy.heads()).hasSize(5).filteredOn(head -> head.contains("Proxy-Authorization")).hasSize(3)
                .allMatch(head -> head.contains("Proxy-Authorization: Digest username=\"taro\"")
                        && head.contains("uri=\"" + HOST + ":" + server.getPort() + "\"") && !head.contains("secret"))
                .last().asString().contains("nonce=\"n4\"");
    }

    @Test
    @DisplayName("isn't reached where the proxy, once it has offered Digest, wants Basic: the password stays out of the open")
    void talkedDown() throws Exception {
        var connects = new AtomicInteger();
        Bank bank = bankBehind(new HandMadeProxy(_ -> Optional.of(HandMadeProxy.challenge(connects.getAndIncrement() == 0
                ? "Digest realm=\"office\", nonce=\"n\", qop=\"auth\", algorithm=SHA-256"
                : BASIC))));
        give(refusedWith(BankException.ProxyLogin.class, bank), "secret");
        assertThat(refusedWith(BankException.ProxyFailed.class, bank).reason()).isEqualTo(Reason.PROXY_UNSUPPORTED);
        assertThat(refusedWith(BankException.ProxyFailed.class, bank).reason()).isEqualTo(Reason.PROXY_UNSUPPORTED);
        assertThat(proxy.heads()).hasSize(3).noneMatch(head -> head.contains("Proxy-Authorization"));
    }

    @Test
    @DisplayName("isn't reached where the proxy wants NTLM alone")
    void ntlm() throws Exception {
        Bank bank = bankBehind(new HandMadeProxy(_ -> Optional.of(HandMadeProxy.challenge("NTLM", "Negotiate"))));
        assertThat(refusedWith(BankException.ProxyFailed.class, bank).reason()).isEqualTo(Reason.PROXY_UNSUPPORTED);
        assertThat(proxy.heads()).hasSize(1);
    }

    @Test
    @DisplayName("isn't reached where the proxy forbids it")
    void forbidden() throws Exception {
        Bank bank = bankBehind(new HandMadeProxy(_ -> Optional.of("HTTP/1.1 403 No")));
        assertThat(refusedWith(BankException.ProxyFailed.class, bank).reason()).isEqualTo(Reason.PROXY_UNREACHABLE);
    }

    @Test
    @DisplayName("isn't reached where the proxy is down, and no way past it is looked for")
    void down() throws Exception {
        Bank bank = bankThrough(TestNetworks.of(logins, TestNetworks.nobody()));
        assertThat(refusedWith(BankException.ProxyFailed.class, bank).reason()).isEqualTo(Reason.PROXY_UNREACHABLE);
        assertThat(server.getRequestCount()).isZero();
    }

    @Test
    @DisplayName("that is down itself is what fails, not the proxy that was open")
    void bankDown() throws Exception {
        Bank bank = bankBehind(new HandMadeProxy(_ -> Optional.empty()));
        server.close();
        // The hand-made proxy hangs up; a real one says 502 or 503, which can't be told from its own trouble.
        assertThat(refusedWith(BankException.class, bank).reason()).isIn(Reason.BANK_UNREACHABLE, Reason.PROXY_UNREACHABLE);
    }

    @Test
    @DisplayName("is reached by the next proxy of the list, or none, where the first is down")
    void next() throws Exception {
        proxy = new HandMadeProxy(_ -> Optional.empty());
        Bank bank = bankThrough(TestNetworks.of(logins, TestNetworks.nobody(), proxy.address()));
        server.enqueue(signedIn());
        assertThat(signIn(bank)).isNotNull();
        assertThat(proxy.heads()).hasSize(1);
    }

    @Test
    @DisplayName("is reached directly where the list ends so")
    void nextIsNone() throws Exception {
        Bank bank = bankThrough(TestNetworks.of(logins, TestNetworks.nobody(), Proxy.NO_PROXY));
        server.enqueue(signedIn());
        assertThat(signIn(bank)).isNotNull();
    }

    @Test
    @DisplayName("waits for the login of the first proxy: it isn't passed over for the next")
    void notPassedOver() throws Exception {
        proxy = HandMadeProxy.wanting(TARO, BASIC);
        Bank bank = bankThrough(TestNetworks.of(logins, proxy.address(), Proxy.NO_PROXY));
        assertThat(refusedWith(BankException.ProxyLogin.class, bank)).isNotNull();
        assertThat(server.getRequestCount()).isZero();
    }

    @Test
    @DisplayName("doesn't hear what another proxy was told")
    void anotherProxy() throws Exception {
        try (var other = HandMadeProxy.wanting(TARO, BASIC)) {
            Bank bank = bankBehind(HandMadeProxy.wanting(TARO, BASIC));
            give(refusedWith(BankException.ProxyLogin.class, bank), "secret");
            var network = TestNetworks.of(logins, other.address());
            var there = new Endpoint.Loopback(HOST, server.getPort(), anchor, true);
            Bank elsewhere = Bank.at(PRACTICE, there, Clock.systemUTC(), network);
            assertThat(refusedWith(BankException.ProxyLogin.class, elsewhere).rejected()).isFalse();
            assertThat(other.heads()).noneMatch(head -> head.contains("Proxy-Authorization"));
        }
    }

    @Test
    @DisplayName("for practice is never looked for through a proxy of another machine")
    void practiceStaysHere() throws Exception {
        var far = new Proxy(Proxy.Type.HTTP, InetSocketAddress.createUnresolved("proxy.example.jp", 8080));
        var near = new Proxy(Proxy.Type.SOCKS, InetSocketAddress.createUnresolved("192.0.2.1", 1080));
        Bank bank = bankThrough(TestNetworks.of(logins, far, near));
        server.enqueue(signedIn());
        assertThat(signIn(bank)).isNotNull();
    }

    @Test
    @DisplayName("leaves no trace of the login in what is logged")
    void trace() throws Exception {
        Bank bank = bankBehind(HandMadeProxy.wanting(TARO, BASIC));
        give(refusedWith(BankException.ProxyLogin.class, bank), "wrong-secret");
        var refused = refusedWith(BankException.ProxyLogin.class, bank);
        assertThat(Trace.of(refused)).contains("127.0.0.1:").doesNotContain("wrong-secret", "taro");
        var stack = new StringWriter();
        refused.printStackTrace(new PrintWriter(stack));
        assertThat(stack.toString()).doesNotContain("wrong-secret", "taro");
    }
}
