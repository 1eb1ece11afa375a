package jp.inkan.e2e;

import java.io.IOException;
import java.io.UncheckedIOException;
import jp.inkan.e2e.bank.PracticeBank;

/**
 * One practice bank for all tests of a thread that don't move it; each test has users of its own. Tests of another thread run at
 * the same time, at another bank: what is to go wrong at the one is of no concern to the other.
 */
public final class SharedBank {
    private static final ThreadLocal<PracticeBank> BANK = ThreadLocal.withInitial(SharedBank::start);

    private SharedBank() {}

    public static PracticeBank get() {
        return BANK.get();
    }

    private static PracticeBank start() {
        try {
            PracticeBank bank = PracticeBank.start();
            Runtime.getRuntime().addShutdownHook(new Thread(() -> stop(bank)));
            return bank;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void stop(PracticeBank bank) {
        try {
            bank.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
