package jp.inkan.host.proxy;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Proxy;
import java.net.ProxySelector;
import java.net.SocketAddress;
import java.net.URI;
import java.net.UnknownHostException;
import java.util.List;

/** Those of other settings' proxies that are on this machine, for a practice that mustn't leave it; else none. */
public final class LoopbackProxies extends ProxySelector {
    private final ProxySelector settings;

    public LoopbackProxies(ProxySelector settings) {
        this.settings = settings;
    }

    @Override
    public List<Proxy> select(URI uri) {
        List<Proxy> near = settings.select(uri).stream()
                .filter(proxy -> Network.address(proxy).map(ProxyAddress::isLoopback).orElse(true))
                .map(LoopbackProxies::withoutResolver)
                .toList();
        return near.isEmpty() ? List.of(Proxy.NO_PROXY) : near;
    }

    /** The name localhost could be led elsewhere. */
    private static Proxy withoutResolver(Proxy proxy) {
        if (proxy.type() == Proxy.Type.DIRECT || !ProxyAddress.of(proxy).host().equals("localhost")) {
            return proxy;
        }
        try {
            InetAddress here = InetAddress.getByAddress("localhost", new byte[] {127, 0, 0, 1});
            return new Proxy(proxy.type(), new InetSocketAddress(here, ProxyAddress.of(proxy).port()));
        } catch (UnknownHostException e) {
            throw new IllegalStateException("Four bytes are an address", e);
        }
    }

    @Override
    public void connectFailed(URI uri, SocketAddress address, IOException e) {
        settings.connectFailed(uri, address, e);
    }
}
