package jp.inkan.host.proxy;

import java.net.InetSocketAddress;
import java.net.Proxy;
import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The one proxy that {@code https_proxy} or {@code all_proxy} names: {@code [scheme://][user:password@]host[:port]}. The
 * schemes {@code socks}, {@code socks4}, {@code socks5} and their kin mean SOCKS, all others HTTP with CONNECT; TLS to the
 * proxy itself isn't spoken, and one that is named for it is told no password.
 */
record EnvironmentProxy(Proxy.Type type, ProxyAddress address, NoProxy exceptions) {
    private static final Pattern URL = Pattern.compile(
            "(?:(?<scheme>[A-Za-z][A-Za-z0-9+.-]*)://)?(?:(?<user>[^:@/]*)(?::(?<password>.*))?@)?"
                    + "(?:\\[(?<v6>[0-9A-Fa-f:.]+)]|(?<host>[A-Za-z0-9._-]+))(?::(?<port>[0-9]{1,5}))?/?");

    /**
     * @param logins get the user name and password that the variable has
     * @return nothing where no variable is set, or it can't be read
     */
    static Optional<EnvironmentProxy> of(Map<String, String> variables, ProxyLogins logins) {
        return Variable.first(variables, "https_proxy", "all_proxy")
                .map(URL::matcher)
                .filter(Matcher::matches)
                .flatMap(url -> of(url, NoProxy.of(variables), logins));
    }

    private static Optional<EnvironmentProxy> of(Matcher url, NoProxy exceptions, ProxyLogins logins) {
        String scheme = url.group("scheme") == null ? "http" : url.group("scheme").toLowerCase(Locale.ROOT);
        boolean socks = scheme.startsWith("socks");
        int port = url.group("port") == null ? defaultPort(scheme, socks) : Integer.parseInt(url.group("port"));
        if (port < 1 || port > 65535) {
            return Optional.empty();
        }
        var address = new ProxyAddress(url.group("v6") == null ? url.group("host") : url.group("v6"), port);
        if (scheme.equals("https")) {
            // A password for it isn't for the open.
            logins.distrust(address);
        } else if (url.group("user") != null && url.group("password") != null) {
            logins.give(address, decoded(url.group("user")), decoded(url.group("password")));
        }
        return Optional.of(new EnvironmentProxy(socks ? Proxy.Type.SOCKS : Proxy.Type.HTTP, address, exceptions));
    }

    private static int defaultPort(String scheme, boolean socks) {
        return socks ? 1080 : scheme.equals("https") ? 443 : 80;
    }

    private static char[] decoded(String part) {
        try {
            return URLDecoder.decode(part.replace("+", "%2B"), StandardCharsets.UTF_8).toCharArray();
        } catch (IllegalArgumentException e) {
            return part.toCharArray();
        }
    }

    /** @param uri with a host
     * @return this proxy, or none for a server that {@code no_proxy} names */
    Proxy leadingTo(URI uri) {
        int port = uri.getPort() == -1 ? 443 : uri.getPort();
        return exceptions.covers(uri.getHost(), port)
                ? Proxy.NO_PROXY
                : new Proxy(type, InetSocketAddress.createUnresolved(address.host(), address.port()));
    }
}
