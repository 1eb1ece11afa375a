package jp.inkan.e2e.bank.state;

import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;

/**
 * The bank's time: some clock, and how far somebody has moved away from it.
 * It rules the Date header, issuance, validity and the life of sessions; TLS between the machines keeps the real time.
 */
public final class BankClock implements InstantSource {
    private final Clock base;
    private volatile Duration moved = Duration.ZERO;
    private volatile Duration wrong = Duration.ZERO;
    private volatile Watcher watcher = () -> { };

    public BankClock(Clock base) {
        this.base = base;
    }

    /** Somebody who wants to know that the clock was moved. */
    public interface Watcher {
        /** Called after every move, never twice at once. */
        void moved() throws IOException;
    }

    /** There is one watcher at most. */
    public void watch(Watcher other) {
        watcher = other;
    }

    /** Moves the time from now on; a negative duration moves it back. */
    public synchronized void move(Duration by) throws IOException {
        moved = moved.plus(by);
        watcher.moved();
    }

    /** Goes wrong by so much, of which nobody is told. */
    public synchronized void goWrong(Duration by) {
        wrong = wrong.plus(by);
    }

    /** Takes back every move, and is right again. */
    public synchronized void reset() throws IOException {
        moved = Duration.ZERO;
        wrong = Duration.ZERO;
        watcher.moved();
    }

    /**
     * How far it is meant to be ahead of the machine's clock, to the nearest second; negative if it is meant to be
     * behind.
     */
    public Duration ahead() {
        Instant meant = base.instant().plus(moved);
        return Duration.ofSeconds(Math.round(Duration.between(Instant.now(), meant).toMillis() / 1000.0));
    }

    @Override
    public Instant instant() {
        return base.instant().plus(moved).plus(wrong);
    }
}
