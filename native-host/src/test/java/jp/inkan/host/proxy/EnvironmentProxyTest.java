package jp.inkan.host.proxy;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.Proxy;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import okhttp3.Challenge;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayName("The environment's proxy")
class EnvironmentProxyTest {
    private static final URI BANK = URI.create("https://www.cc9999.bizsol.anser.ne.jp:443/");

    private final ProxyLogins logins = new ProxyLogins();

    private Optional<EnvironmentProxy> proxy(Map<String, String> variables) {
        return EnvironmentProxy.of(variables, logins);
    }

    @ParameterizedTest
    @CsvSource({
        "http://proxy.example.jp:8080, HTTP, proxy.example.jp:8080",
        "http://PROXY.example.jp/, HTTP, proxy.example.jp:80",
        "proxy:3128, HTTP, proxy:3128",
        "http://[::1]:3128, HTTP, [::1]:3128",
        "socks5h://socks.example.jp, SOCKS, socks.example.jp:1080",
        "SOCKS://socks:9050, SOCKS, socks:9050"
    })
    @DisplayName("is read as curl reads it")
    void forms(String value, Proxy.Type type, String shown) {
        EnvironmentProxy proxy = proxy(Map.of("https_proxy", value)).orElseThrow();
        assertThat(proxy.type()).isEqualTo(type);
        assertThat(proxy.address()).hasToString(shown);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "http://", "http://a b:1", "http://proxy:0", "http://proxy:65536", "http://proxy/path"})
    @DisplayName("that can't be read leaves the system's settings in force")
    void broken(String value) {
        assertThat(proxy(Map.of("https_proxy", value))).isEmpty();
    }

    @Test
    @DisplayName("for https goes before the one for all, small letters before capitals, and http's isn't ours")
    void order() {
        assertThat(proxy(Map.of("https_proxy", "a:1", "HTTPS_PROXY", "b:1", "all_proxy", "c:1")).orElseThrow().address()).hasToString("a:1");
        assertThat(proxy(Map.of("HTTPS_PROXY", "b:1", "all_proxy", "c:1")).orElseThrow().address()).hasToString("b:1");
        assertThat(proxy(Map.of("https_proxy", "", "ALL_PROXY", "c:1")).orElseThrow().address()).hasToString("c:1");
        assertThat(proxy(Map.of("http_proxy", "d:1"))).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
        "*", "bizsol.anser.ne.jp", ".anser.ne.jp", "*.anser.ne.jp", "localhost, WWW.cc9999.bizsol.anser.ne.jp", "jp:443", "a b jp"
    })
    @DisplayName("isn't used for a bank that no_proxy names")
    void exceptions(String exceptions) {
        assertThat(proxy(Map.of("https_proxy", "a:1", "no_proxy", exceptions)).orElseThrow().leadingTo(BANK)).isEqualTo(Proxy.NO_PROXY);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "example.jp", "solanser.ne.jp", "r.ne.jp", "jp:8443", "127.0.0.1", "10.0.0.0/8", ".", ","})
    @DisplayName("is used where no_proxy names others")
    void noException(String exceptions) {
        assertThat(proxy(Map.of("https_proxy", "a:1", "NO_PROXY", exceptions)).orElseThrow().leadingTo(BANK).type())
                .isEqualTo(Proxy.Type.HTTP);
    }

    @Test
    @DisplayName("brings the login that stands in it, and shows it to nobody")
    void login() {
        EnvironmentProxy proxy = proxy(Map.of("https_proxy", "http://taro%40sales:p%3A+s@@proxy:8080")).orElseThrow();
        assertThat(proxy.toString()).doesNotContain("taro", "p:+s").contains("proxy:8080");
        Login login = logins.find(proxy.address()).orElseThrow();
        assertThat(new String(login.joined(""))).isEqualTo("taro@sales:p:+s@");
    }

    @Test
    @DisplayName("gives no password away that is for a proxy spoken to over TLS, which the host doesn't, nor is one asked for it")
    void loginOverTls() {
        EnvironmentProxy proxy = proxy(Map.of("https_proxy", "https://taro:pass@proxy:8443")).orElseThrow();
        assertThat(logins.find(proxy.address())).isEmpty();
        for (String offered : List.of("Basic", "Digest")) {
            Scheme scheme = Scheme.best(List.of(new Challenge(offered, Map.of("realm", "office", "nonce", "1", "qop", "auth")))).orElseThrow();
            assertThat(logins.accepts(proxy.address(), scheme)).isFalse();
        }
    }

    @Test
    @DisplayName("goes before the system's settings, which hold where there is none")
    void beforeSystem() throws Exception {
        Proxy systems = TestNetworks.nobody();
        var system = TestNetworks.of(logins, systems).proxies().get();
        assertThat(new ProxySettings(proxy(Map.of()), system).select(BANK)).containsExactly(systems);
        assertThat(new ProxySettings(proxy(Map.of("https_proxy", "a:1")), system).select(BANK)).hasToString("[HTTP @ a/<unresolved>:1]");
    }
}
