package jp.inkan.e2e.demo;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import jp.inkan.e2e.browser.BankBrowser;
import jp.inkan.e2e.browser.Product;

/** The pictures of a demo below {@code target/demo}, numbered in the order in which they are taken. */
final class Album {
    private static final Path FOLDER = Product.root().resolve("target/demo");

    private int pictures;

    private Album() {}

    /** An empty one, in the place of the last demo's. */
    static Album begin() throws IOException {
        Files.createDirectories(FOLDER);
        try (Stream<Path> old = Files.list(FOLDER)) {
            for (Path picture : old.filter(file -> file.toString().endsWith(".png")).toList()) {
                Files.delete(picture);
            }
        }
        return new Album();
    }

    /** Takes a picture of the window and says what there is to see. @param name of the file, behind its number */
    void add(BankBrowser browser, String what, String name) {
        pictures++;
        String file = "%02d-%s.png".formatted(pictures, name);
        try {
            browser.savePicture(FOLDER.resolve(file));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        System.out.printf("%2d. %s  [%s]%n", pictures, what, file);
    }
}
