package jp.inkan.host.proxy;

import java.net.Proxy;
import java.net.ProxySelector;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * The way from this PC to a bank. Making one is cheap and loads neither the system's settings nor OkHttp.
 *
 * @param proxies asked for once by each flow, so that it sees the settings of its time
 * @param logins what this run knows of user names and passwords at proxies
 */
public record Network(Supplier<ProxySelector> proxies, ProxyLogins logins) implements AutoCloseable {
    /** With the system's settings. An honest PAC file takes 40 ms. */
    private static final Duration PATIENCE = Duration.ofSeconds(10);

    /** As the environment says, or where it says nothing, the system's settings. To be called at the process's start. */
    public static Network ofThisPc(Map<String, String> variables) {
        SystemProxies.ask();
        var logins = new ProxyLogins();
        Optional<EnvironmentProxy> environment = EnvironmentProxy.of(variables, logins);
        return new Network(() -> settings(environment), logins);
    }

    /** No proxies at all. */
    public static Network direct() {
        return new Network(() -> ProxySelector.of(null), new ProxyLogins());
    }

    private static ProxySelector settings(Optional<EnvironmentProxy> environment) {
        return new ProxySettings(environment, new TimelyProxies(SystemProxies.selector(), PATIENCE));
    }

    /** Forgets all logins. */
    @Override
    public void close() {
        logins.close();
    }

    /** The host and port of a proxy; empty where there is none to go through. */
    static Optional<ProxyAddress> address(Proxy proxy) {
        return proxy.type() == Proxy.Type.DIRECT ? Optional.empty() : Optional.of(ProxyAddress.of(proxy));
    }
}
