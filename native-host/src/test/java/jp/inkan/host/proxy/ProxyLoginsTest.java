package jp.inkan.host.proxy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("Logins at proxies")
class ProxyLoginsTest {
    private static final ProxyAddress PROXY = new ProxyAddress("Proxy.example.jp", 8080);

    private final ProxyLogins logins = new ProxyLogins();

    private String known(ProxyAddress proxy) {
        return logins.find(proxy).map(login -> new String(login.joined(""))).orElse("nothing");
    }

    @Test
    @DisplayName("belong to one host and port")
    void oneProxy() {
        logins.give(PROXY, "taro".toCharArray(), "secret".toCharArray());
        assertThat(known(new ProxyAddress("proxy.EXAMPLE.jp", 8080))).isEqualTo("taro:secret");
        assertThat(known(new ProxyAddress("proxy.example.jp", 8081))).isEqualTo("nothing");
        assertThat(known(new ProxyAddress("other.example.jp", 8080))).isEqualTo("nothing");
    }

    @Test
    @DisplayName("are copies, so that the giver can clear its own")
    void copies() {
        char[] password = "secret".toCharArray();
        logins.give(PROXY, "taro".toCharArray(), password);
        password[0] = '\0';
        logins.find(PROXY).orElseThrow().close();
        assertThat(known(PROXY)).isEqualTo("taro:secret");
    }

    @Test
    @DisplayName("are replaced, forgotten and cleared at the end")
    void gone() {
        logins.give(PROXY, "taro".toCharArray(), "secret".toCharArray());
        logins.give(PROXY, "hanako".toCharArray(), "other".toCharArray());
        assertThat(known(PROXY)).isEqualTo("hanako:other");
        logins.forget(PROXY);
        assertThat(known(PROXY)).isEqualTo("nothing");
        logins.give(PROXY, "taro".toCharArray(), "secret".toCharArray());
        logins.close();
        assertThat(known(PROXY)).isEqualTo("nothing");
    }

    @Test
    @DisplayName("show nothing of themselves")
    void silent() {
        logins.give(PROXY, "taro".toCharArray(), "secret".toCharArray());
        assertThat(logins + " " + logins.find(PROXY) + " " + new Network(() -> null, logins)).doesNotContain("taro", "secret");
        assertThatThrownBy(() -> logins.give(PROXY, "taro".toCharArray(), "sec\nret".toCharArray())).hasMessageNotContaining("ret\"");
    }

    @Test
    @DisplayName("are asked for under a name that the message contract takes")
    void shown() {
        for (String host : new String[] {"proxy.example.jp", "::1", "fe80::1%eth0", "プロキシ", "a\"b<c>", "x".repeat(300), "a:" + "b".repeat(300)}) {
            assertThat(new ProxyAddress(host, 65535).toString()).matches("^[A-Za-z0-9.:_\\[\\]-]{1,260}$");
        }
    }
}
