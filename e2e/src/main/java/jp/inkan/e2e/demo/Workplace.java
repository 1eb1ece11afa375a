package jp.inkan.e2e.demo;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.stream.Stream;
import jp.inkan.e2e.bank.PracticeBank;
import jp.inkan.e2e.browser.Product;
import jp.inkan.e2e.browser.Profile;

/** A practice bank, and a PC at which the product is installed; both are gone when it is closed. */
public record Workplace(PracticeBank bank, Profile profile, Path folder) implements AutoCloseable {
    static Workplace open() throws IOException {
        Path folder = Files.createTempDirectory("inkan-demo");
        PracticeBank bank = PracticeBank.start();
        Profile profile = Profile.create(folder, bank);
        profile.registerHost(Product.find());
        return new Workplace(bank, profile, folder);
    }

    @Override
    public void close() throws IOException {
        bank.close();
        try (Stream<Path> files = Files.walk(folder)) {
            files.sorted(Comparator.reverseOrder()).forEach(Workplace::delete);
        }
    }

    private static void delete(Path file) {
        try {
            Files.deleteIfExists(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
