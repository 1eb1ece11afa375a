package jp.inkan.e2e;

import java.io.IOException;
import java.io.UncheckedIOException;
import jp.inkan.e2e.bank.PracticeBank;

/** One practice bank for all tests that don't break or move it; each test has users of its own. */
public final class SharedBank {
    private static PracticeBank bank;

    private SharedBank() {}

    public static synchronized PracticeBank get() {
        if (bank == null) {
            try {
                bank = PracticeBank.start();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
            Runtime.getRuntime().addShutdownHook(new Thread(SharedBank::stop));
        }
        return bank;
    }

    private static void stop() {
        try {
            bank.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
