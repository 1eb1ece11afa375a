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
    /** It cleans up after itself even when it is interrupted. */
    static Workplace open() throws IOException {
        Path folder = Files.createTempDirectory("inkan-demo");
        PracticeBank bank = PracticeBank.start();
        Workplace place = new Workplace(bank, Profile.create(folder, bank), folder);
        place.profile.registerHost(Product.find());
        Runtime.getRuntime().addShutdownHook(new Thread(place::closeQuietly));
        return place;
    }

    private void closeQuietly() {
        try {
            close();
        } catch (IOException | UncheckedIOException e) {
            System.err.println("Left behind: " + folder);
        }
    }

    /** A second time does nothing. */
    @Override
    public void close() throws IOException {
        bank.close();
        if (!Files.exists(folder)) {
            return;
        }
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
