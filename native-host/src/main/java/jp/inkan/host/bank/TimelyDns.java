package jp.inkan.host.bank;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeoutException;
import jp.inkan.host.platform.SystemCall;
import okhttp3.Dns;

/** Look-ups that end in time, and at once when the flow is cancelled. */
record TimelyDns(Dns dns, Duration limit) implements Dns {
    @Override
    public List<InetAddress> lookup(String name) throws UnknownHostException {
        try {
            return SystemCall.within(limit, "look-up", () -> dns.lookup(name));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw unknown(name, e);
        } catch (ExecutionException | TimeoutException e) {
            throw unknown(name, e);
        }
    }

    private static UnknownHostException unknown(String name, Exception cause) {
        var unknown = new UnknownHostException(name);
        unknown.initCause(cause);
        return unknown;
    }
}
