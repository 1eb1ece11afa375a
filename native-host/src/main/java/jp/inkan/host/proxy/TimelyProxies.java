package jp.inkan.host.proxy;

import java.io.IOException;
import java.net.Proxy;
import java.net.ProxySelector;
import java.net.SocketAddress;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeoutException;
import jp.inkan.host.failure.Trace;
import jp.inkan.host.platform.SystemCall;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Other settings, waited for so long and no longer: a PAC file may be on a server that doesn't answer. Then there is no proxy, as for
 * a browser that can't load the file.
 */
final class TimelyProxies extends ProxySelector {
    private static final Logger LOG = LoggerFactory.getLogger(TimelyProxies.class);

    private final ProxySelector settings;
    private final Duration limit;

    TimelyProxies(ProxySelector settings, Duration limit) {
        this.settings = settings;
        this.limit = limit;
    }

    @Override
    public List<Proxy> select(URI uri) {
        try {
            return SystemCall.within(limit, "proxy-settings", () -> settings.select(uri));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return List.of(Proxy.NO_PROXY);
        } catch (ExecutionException | TimeoutException e) {
            LOG.warn("The proxy settings can't be had: {}", Trace.of(e));
            return List.of(Proxy.NO_PROXY);
        }
    }

    @Override
    public void connectFailed(URI uri, SocketAddress address, IOException e) {
        settings.connectFailed(uri, address, e);
    }
}
