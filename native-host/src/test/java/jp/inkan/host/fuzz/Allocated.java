package jp.inkan.host.fuzz;

import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;
import java.util.concurrent.Callable;

/** What a piece of work asks of the heap. */
public final class Allocated {
    private static final ThreadMXBean THREADS = (ThreadMXBean) ManagementFactory.getThreadMXBean();

    private Allocated() {}

    /** @return bytes, freed ones included, of the second run: the first loads classes */
    public static long by(Callable<?> work) throws Exception {
        work.call();
        long before = THREADS.getCurrentThreadAllocatedBytes();
        work.call();
        return THREADS.getCurrentThreadAllocatedBytes() - before;
    }
}
