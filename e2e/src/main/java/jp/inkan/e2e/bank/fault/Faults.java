package jp.inkan.e2e.bank.fault;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Map;
import java.util.Optional;
import java.util.Queue;
import java.util.Random;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.function.Function;
import jp.inkan.e2e.bank.http.Ask;
import jp.inkan.e2e.bank.http.Endpoint;
import jp.inkan.e2e.bank.http.Reply;
import jp.inkan.e2e.bank.pki.CertsOnly;
import jp.inkan.e2e.bank.pki.WrongCertificates;

/** Faults waiting for their request, by path: each is used once, in the order in which they came. */
public final class Faults {
    private final Map<String, Queue<Fault>> waiting = new ConcurrentHashMap<>();
    private final WrongCertificates wrongCertificates;
    private final Function<Duration, Reply> busy;
    private final InstantSource clock;

    /** @param busy the bank's own words for being busy, with the time after which to come again */
    public Faults(WrongCertificates wrongCertificates, Function<Duration, Reply> busy, InstantSource clock) {
        this.wrongCertificates = wrongCertificates;
        this.busy = busy;
        this.clock = clock;
    }

    /** The next request of this path, whatever its method, meets this fault; of whatever is right below it, if it ends in a slash. */
    public void add(String path, Fault fault) {
        waiting.computeIfAbsent(path, unseen -> new ConcurrentLinkedQueue<>()).add(fault);
    }

    /** Whether none waits for this path any more. */
    public boolean allMet(String path) {
        return Optional.ofNullable(waiting.get(path)).map(Queue::isEmpty).orElse(true);
    }

    /** The endpoint with faults in front of it. */
    public Endpoint inFrontOf(Endpoint endpoint) {
        return ask -> {
            Fault fault = next(ask.path()).or(() -> next(ask.path().replaceFirst("[^/]*$", ""))).orElse(null);
            return fault == null ? endpoint.answer(ask) : answer(fault, endpoint, ask);
        };
    }

    private Optional<Fault> next(String path) {
        return Optional.ofNullable(waiting.get(path)).map(Queue::poll);
    }

    private Reply answer(Fault fault, Endpoint endpoint, Ask ask) throws IOException {
        return switch (fault) {
            case Fault.Status status -> status(status);
            case Fault.Refusal refusal -> refusal(refusal);
            case Fault.Page page -> page(page);
            case Fault.WrongCertificate wrong -> changed(endpoint.answer(ask), wrong);
            case Fault.Late late -> {
                await(late.released());
                try {
                    yield endpoint.answer(ask);
                } finally {
                    late.done().countDown();
                }
            }
            case Fault.DropConnection drop -> {
                endpoint.answer(ask);
                yield new Reply.Silence();
            }
            case Fault.Garbage garbage -> changed(endpoint.answer(ask), garbage);
            case Fault.WithoutHeader without ->
                endpoint.answer(ask) instanceof Reply.Response right ? right.without(without.header()) : new Reply.Silence();
        };
    }

    private static void await(CountDownLatch latch) throws IOException {
        try {
            latch.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException(e);
        }
    }

    private Reply status(Fault.Status fault) {
        if (fault.status() == 503) {
            return busy.apply(fault.retryAfter());
        }
        Reply.Response bare = Reply.empty(fault.status());
        return fault.retryAfter().isZero()
                ? bare : bare.with("Retry-After", Long.toString(fault.retryAfter().toSeconds()));
    }

    private static Reply refusal(Fault.Refusal fault) {
        String problem = "{\"type\":\"urn:inkan:problem:%s\",\"status\":%d}".formatted(fault.reason(), fault.status());
        return Reply.of(fault.status(), "application/problem+json", problem.getBytes(StandardCharsets.UTF_8));
    }

    private static Reply page(Fault.Page fault) {
        Reply.Response page = Reply.of(200, "text/html; charset=utf-8",
                ("<!doctype html>" + fault.html()).getBytes(StandardCharsets.UTF_8));
        for (Map.Entry<String, String> header : fault.headers().entrySet()) {
            page = page.with(header.getKey(), header.getValue());
        }
        return page;
    }

    private Reply changed(Reply reply, Fault.WrongCertificate fault) {
        return reply instanceof Reply.Response right && right.status() == 200
                ? right.withBody(CertsOnly.encode(
                        wrongCertificates.like(CertsOnly.decode(right.body()), fault.kind(), clock.instant())))
                : reply;
    }

    private static Reply changed(Reply reply, Fault.Garbage fault) {
        if (!(reply instanceof Reply.Response right)) {
            return reply;
        }
        byte[] body = new byte[fault.bytes()];
        // The same bytes in every run, so that what a test finds can be found again.
        new Random(fault.bytes()).nextBytes(body);
        return right.withBody(body);
    }
}
