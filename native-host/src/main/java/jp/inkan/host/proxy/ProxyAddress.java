package jp.inkan.host.proxy;

import java.io.Serializable;
import java.net.InetSocketAddress;
import java.net.Proxy;
import java.util.Locale;

/**
 * A proxy by name, as the settings have it.
 *
 * @param host in lower case; an IPv6 address without brackets
 */
public record ProxyAddress(String host, int port) implements Serializable {
    private static final int LONGEST_HOST = 253;

    public ProxyAddress {
        host = host.toLowerCase(Locale.ROOT);
    }

    /** @param proxy any but {@link Proxy#NO_PROXY} */
    static ProxyAddress of(Proxy proxy) {
        var address = (InetSocketAddress) proxy.address();
        return new ProxyAddress(address.getHostString(), address.getPort());
    }

    /** Whether it is this machine, without asking any resolver. */
    boolean isLoopback() {
        return host.equals("localhost") || host.equals("::1") || host.equals("0:0:0:0:0:0:0:1") || host.equals("127.0.0.1");
    }

    /** As a person is shown it, and as {@code show.proxy} of the message contract takes it: {@code host:port}. */
    @Override
    public String toString() {
        String plain = host.replaceAll("[^A-Za-z0-9.:_-]", "_");
        String cut = plain.substring(0, Math.min(plain.length(), LONGEST_HOST));
        return (cut.contains(":") ? "[" + cut.substring(0, Math.min(cut.length(), LONGEST_HOST - 2)) + "]" : cut) + ":" + port;
    }
}
