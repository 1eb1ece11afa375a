package jp.inkan.host.proxy;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.Proxy;
import java.net.ProxySelector;
import java.net.SocketAddress;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@DisplayName("The system's proxy settings")
@Timeout(30)
class TimelyProxiesTest {
    private static final URI BANK = URI.create("https://www.example.jp/");

    private static ProxySelector settings(Callable<List<Proxy>> answer) {
        return new ProxySelector() {
            @Override
            public List<Proxy> select(URI uri) {
                try {
                    return answer.call();
                } catch (Exception e) {
                    throw new IllegalArgumentException(e);
                }
            }

            @Override
            public void connectFailed(URI uri, SocketAddress address, IOException e) {
                // Nothing is remembered.
            }
        };
    }

    @Test
    @DisplayName("are what the system says, where it says something")
    void answered() throws Exception {
        Proxy office = TestNetworks.nobody();
        assertThat(new TimelyProxies(settings(() -> List.of(office)), Duration.ofSeconds(20)).select(BANK)).containsExactly(office);
    }

    @Test
    @DisplayName("aren't waited for without an end: no proxy then, and at once where the flow is cancelled")
    void hanging() {
        var never = new CountDownLatch(1);
        ProxySelector hanging = settings(() -> {
            never.await();
            return List.of();
        });
        assertThat(new TimelyProxies(hanging, Duration.ofMillis(200)).select(BANK)).containsExactly(Proxy.NO_PROXY);
        Thread.currentThread().interrupt();
        assertThat(new TimelyProxies(hanging, Duration.ofHours(1)).select(BANK)).containsExactly(Proxy.NO_PROXY);
        assertThat(Thread.interrupted()).isTrue();
        never.countDown();
    }

    @Test
    @DisplayName("that can't be read are none")
    void broken() {
        var broken = new TimelyProxies(settings(() -> {
            throw new IOException("no settings");
        }), Duration.ofSeconds(20));
        assertThat(broken.select(BANK)).containsExactly(Proxy.NO_PROXY);
    }
}
