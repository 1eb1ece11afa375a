package jp.inkan.host.platform;

import java.time.Duration;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** Calls of the system's that can be neither interrupted nor given a limit. */
public final class SystemCall {
    private SystemCall() {}

    /**
     * Waits for the answer so long and no longer. A call that hangs is left to itself, on a thread that keeps no process alive.
     *
     * @param name of the thread
     * @throws ExecutionException with what the call has thrown
     */
    public static <T> T within(Duration limit, String name, Callable<T> call)
            throws InterruptedException, ExecutionException, TimeoutException {
        var answer = new FutureTask<>(call);
        Thread.ofPlatform().daemon().name(name).start(answer);
        return answer.get(limit.toMillis(), TimeUnit.MILLISECONDS);
    }
}
