package jp.inkan.e2e.bank.state;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.concurrent.atomic.AtomicReference;

/**
 * The bank's time: some clock, and how far tests have moved away from it.
 * It rules the Date header, issuance, validity and the life of sessions; TLS between the machines keeps the real time.
 */
public final class BankClock implements InstantSource {
    private final Clock base;
    private final AtomicReference<Duration> moved = new AtomicReference<>(Duration.ZERO);

    public BankClock(Clock base) {
        this.base = base;
    }

    /** Moves the time from now on; a negative duration moves it back. */
    public void move(Duration by) {
        moved.accumulateAndGet(by, Duration::plus);
    }

    @Override
    public Instant instant() {
        return base.instant().plus(moved.get());
    }
}
