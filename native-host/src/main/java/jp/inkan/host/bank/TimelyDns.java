package jp.inkan.host.bank;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import okhttp3.Dns;

/**
 * Look-ups that end in time, and at once when the flow is cancelled. The system's resolver can be neither interrupted nor
 * given a limit: one that hangs is left to itself, on a thread that keeps no process alive.
 */
record TimelyDns(Dns dns, Duration limit) implements Dns {
    @Override
    public List<InetAddress> lookup(String name) throws UnknownHostException {
        var answer = new FutureTask<>(() -> dns.lookup(name));
        Thread.ofPlatform().daemon().name("look-up").start(answer);
        try {
            return answer.get(limit.toMillis(), TimeUnit.MILLISECONDS);
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
