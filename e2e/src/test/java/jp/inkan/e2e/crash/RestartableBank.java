package jp.inkan.e2e.crash;

import java.io.IOException;
import java.nio.file.Path;
import jp.inkan.e2e.bank.BankOptions;
import jp.inkan.e2e.bank.PracticeBank;

/** A practice bank that comes back with all it knew, at other ports. */
final class RestartableBank implements AutoCloseable {
    private final BankOptions options;
    private PracticeBank bank;

    RestartableBank(Path folder) throws IOException {
        options = BankOptions.defaults().withState(folder);
        bank = PracticeBank.start(options);
    }

    PracticeBank now() {
        return bank;
    }

    void restart() throws IOException {
        bank.close();
        bank = PracticeBank.start(options);
    }

    @Override
    public void close() throws IOException {
        bank.close();
    }
}
