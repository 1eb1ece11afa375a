package jp.inkan.host.proxy;

import java.io.IOException;
import java.net.Proxy;
import java.net.ProxySelector;
import java.net.SocketAddress;
import java.net.URI;
import java.util.List;
import java.util.Optional;

/** Which proxies lead to a server, in the order in which to try them. The environment goes before the system's settings. */
final class ProxySettings extends ProxySelector {
    private final Optional<EnvironmentProxy> environment;
    private final ProxySelector system;

    ProxySettings(Optional<EnvironmentProxy> environment, ProxySelector system) {
        this.environment = environment;
        this.system = system;
    }

    @Override
    public List<Proxy> select(URI uri) {
        return environment.map(proxy -> List.of(proxy.leadingTo(uri))).orElseGet(() -> system.select(uri));
    }

    @Override
    public void connectFailed(URI uri, SocketAddress address, IOException e) {
        // The settings don't change because a proxy is down.
    }
}
