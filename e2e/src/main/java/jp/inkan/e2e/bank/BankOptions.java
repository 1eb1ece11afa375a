package jp.inkan.e2e.bank;

import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Optional;

/**
 * How to start a practice bank.
 *
 * @param state        folder of keys, users and issued certificates, kept across restarts; without one, the bank
 *                     begins anew in a temporary folder that is gone when it closes
 * @param clock        the bank's time, before anybody moves it
 * @param extraNames   further host names at which the bank shows the same pages, so that tests can be at other
 *                     institutions' hosts and at look-alikes
 * @param throughProxy tells Inkan's host to come through the proxy that the PC's settings name, if that is on loopback
 */
public record BankOptions(Optional<Path> state, Clock clock, List<String> extraNames, boolean throughProxy) {
    public BankOptions {
        extraNames = List.copyOf(extraNames);
    }

    /** A temporary folder, the machine's time, no further name, no proxy. */
    public static BankOptions defaults() {
        return new BankOptions(Optional.empty(), Clock.systemUTC(), List.of(), false);
    }

    public BankOptions withState(Path folder) {
        return new BankOptions(Optional.of(folder), clock, extraNames, throughProxy);
    }

    public BankOptions withClock(Clock other) {
        return new BankOptions(state, other, extraNames, throughProxy);
    }

    public BankOptions withExtraNames(String... names) {
        return new BankOptions(state, clock, List.of(names), throughProxy);
    }

    public BankOptions withThroughProxy() {
        return new BankOptions(state, clock, extraNames, true);
    }
}
