package jp.inkan.e2e.bank;

import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Optional;

/**
 * How to start a practice bank.
 *
 * @param state      folder of keys, users and issued certificates, kept across restarts; without one, the bank
 *                   begins anew in a temporary folder that is gone when it closes
 * @param clock      the bank's time, before anybody moves it
 * @param extraNames further host names for the TLS certificate, so that tests can be at look-alike hosts
 */
public record BankOptions(Optional<Path> state, Clock clock, List<String> extraNames) {
    public BankOptions {
        extraNames = List.copyOf(extraNames);
    }

    /** A temporary folder, the machine's time, no further name. */
    public static BankOptions defaults() {
        return new BankOptions(Optional.empty(), Clock.systemUTC(), List.of());
    }

    public BankOptions withState(Path folder) {
        return new BankOptions(Optional.of(folder), clock, extraNames);
    }

    public BankOptions withClock(Clock other) {
        return new BankOptions(state, other, extraNames);
    }

    public BankOptions withExtraNames(String... names) {
        return new BankOptions(state, clock, List.of(names));
    }
}
