package jp.inkan.host.messaging;

import java.time.Duration;
import java.util.HashSet;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import jp.inkan.host.flow.Answer;
import jp.inkan.host.flow.Cancelled;
import jp.inkan.host.flow.Prompt;
import jp.inkan.host.flow.Stage;
import jp.inkan.host.flow.User;

/**
 * A flow that is open, seen from the port: the flow's thread asks here and blocks, the port's thread answers and cancels.
 */
final class OpenFlow implements User {
    private static final Duration HEARTBEAT = Duration.ofSeconds(20);

    private final String id;
    private final Outbox outbox;
    private final CountDownLatch ended = new CountDownLatch(1);

    // Guarded by this.
    private Thread thread;
    private boolean cancelled;
    private boolean committed;
    private int prompts;
    private Prompt open;
    private CompletableFuture<Answer> answer;

    OpenFlow(String id, Outbox outbox) {
        this.id = id;
        this.outbox = outbox;
    }

    String id() {
        return id;
    }

    /** Runs the flow on a thread of its own, with a heartbeat beside it. */
    synchronized void start(Runnable flow) {
        thread = Thread.ofVirtual().name("flow-" + id).start(() -> {
            try {
                flow.run();
            } finally {
                discardAnswer();
                ended.countDown();
            }
        });
        Thread.ofVirtual().name("heartbeat-" + id).start(this::beat);
    }

    /** @return whether the answer was for the prompt that is open, with its fields; if not, the answer was cleared */
    synchronized boolean answer(BrowserMessage.Answer message) {
        var given = new Answer(message.fields());
        boolean expected = answer != null
                && !answer.isDone()
                && message.prompt().equals(promptId())
                && given.names().equals(new HashSet<>(open.fields().stream().map(Prompt.Field::name).toList()));
        if (expected) {
            answer.complete(given);
        } else {
            given.close();
        }
        return expected;
    }

    /** Ends the flow; past the point of no return only while it waits for the user, who may be asked for a proxy's password. */
    synchronized void cancel() {
        if (cancelled || committed && !asking()) {
            return;
        }
        cancelled = true;
        thread.interrupt();
    }

    synchronized boolean wasCancelled() {
        return cancelled;
    }

    /** @return whether it ended within that time */
    boolean awaitEnd(Duration most) throws InterruptedException {
        return ended.await(most.toMillis(), TimeUnit.MILLISECONDS);
    }

    @Override
    public Answer ask(Prompt prompt) throws Cancelled {
        CompletableFuture<Answer> waiting = new CompletableFuture<>();
        synchronized (this) {
            throwIfCancelled();
            prompts++;
            open = prompt;
            answer = waiting;
        }
        outbox.send(HostMessage.Ask.of(id, promptId(), prompt));
        try {
            return waiting.get();
        } catch (InterruptedException | ExecutionException e) {
            throw new Cancelled();
        }
    }

    @Override
    public void progress(Stage stage) throws Cancelled {
        throwIfCancelled();
        outbox.send(HostMessage.Progress.of(id, stage));
    }

    @Override
    public synchronized void pointOfNoReturn() throws Cancelled {
        throwIfCancelled();
        committed = true;
    }

    private synchronized void throwIfCancelled() throws Cancelled {
        if (cancelled) {
            throw new Cancelled();
        }
    }

    private synchronized boolean asking() {
        return answer != null && !answer.isDone();
    }

    private synchronized String promptId() {
        return "p" + prompts;
    }

    /** An answer that came just as the flow was cancelled is nobody's to clear but ours. */
    private synchronized void discardAnswer() {
        if (answer != null && answer.isDone()) {
            answer.join().close();
        }
    }

    private void beat() {
        try {
            while (!ended.await(HEARTBEAT.toMillis(), TimeUnit.MILLISECONDS)) {
                outbox.send(new HostMessage.Heartbeat(id));
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
