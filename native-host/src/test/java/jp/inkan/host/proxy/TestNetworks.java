package jp.inkan.host.proxy;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Proxy;
import java.net.ProxySelector;
import java.net.ServerSocket;
import java.net.SocketAddress;
import java.net.URI;
import java.util.List;

/** Settings as a test wants them. */
public final class TestNetworks {
    private TestNetworks() {}

    /** What a PAC file would name, in this order. */
    public static Network of(ProxyLogins logins, Proxy... proxies) {
        return new Network(() -> new InOrder(List.of(proxies)), logins);
    }

    /** A port of this machine where nobody listens. */
    public static Proxy nobody() throws IOException {
        try (var socket = new ServerSocket(0)) {
            return new Proxy(Proxy.Type.HTTP, InetSocketAddress.createUnresolved("127.0.0.1", socket.getLocalPort()));
        }
    }

    private static final class InOrder extends ProxySelector {
        private final List<Proxy> proxies;

        InOrder(List<Proxy> proxies) {
            this.proxies = proxies;
        }

        @Override
        public List<Proxy> select(URI uri) {
            return proxies;
        }

        @Override
        public void connectFailed(URI uri, SocketAddress address, IOException e) {
            // Nothing is remembered.
        }
    }
}
