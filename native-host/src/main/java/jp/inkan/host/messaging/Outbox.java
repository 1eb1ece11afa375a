package jp.inkan.host.messaging;

import java.io.IOException;
import java.io.OutputStream;
import java.util.concurrent.locks.ReentrantLock;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Where every thread of the host puts its messages; whole frames, one after the other. */
final class Outbox {
    private static final Logger LOG = LoggerFactory.getLogger(Outbox.class);

    private final OutputStream out;
    private final ReentrantLock lock = new ReentrantLock();

    Outbox(OutputStream out) {
        this.out = out;
    }

    /** A browser that is gone is no error: a flow past the point of no return goes on without it. */
    void send(HostMessage message) {
        byte[] frame = MessageCodec.write(message);
        lock.lock();
        try {
            Frames.write(out, frame);
        } catch (IOException e) {
            LOG.info("The browser is gone: {} wasn't sent", message.getClass().getSimpleName());
        } finally {
            lock.unlock();
        }
    }
}
