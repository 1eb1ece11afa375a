package jp.inkan.e2e.demo;

import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import javax.imageio.ImageIO;
import jp.inkan.e2e.browser.BankBrowser;
import jp.inkan.e2e.browser.Product;

/**
 * The pictures of a demo below {@code target/demo}, numbered in the order in which they are taken; those of the README, at half
 * their size and without a number, below {@code e2e/pictures}, where the demo is to renew them; and a few for the stores.
 */
final class Album {
    private static final Path FOLDER = Product.root().resolve("target/demo");
    private static final Path OF_README = Product.root().resolve("e2e/pictures");

    private final boolean forReadme;
    private int pictures;

    private Album(boolean forReadme) {
        this.forReadme = forReadme;
    }

    /** An empty one, in the place of the last demo's.
     * @param forReadme whether those of the README and the stores are renewed */
    static Album begin(boolean forReadme) throws IOException {
        Files.createDirectories(FOLDER);
        try (Stream<Path> old = Files.list(FOLDER)) {
            for (Path picture : old.filter(file -> file.toString().endsWith(".png")).toList()) {
                Files.delete(picture);
            }
        }
        return new Album(forReadme);
    }

    /** Takes a picture of the window and says what there is to see. @param name of the file, behind its number */
    void add(BankBrowser browser, String what, String name) {
        pictures++;
        String file = "%02d-%s.png".formatted(pictures, name);
        try {
            browser.savePicture(FOLDER.resolve(file));
            if (forReadme) {
                half(FOLDER.resolve(file), OF_README.resolve(name + ".png"));
                StorePictures.draw(name, FOLDER.resolve(file));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        System.out.printf("%2d. %s  [%s]%n", pictures, what, file);
    }

    private static void half(Path picture, Path small) throws IOException {
        BufferedImage whole = ImageIO.read(picture.toFile());
        var half = new BufferedImage(whole.getWidth() / 2, whole.getHeight() / 2, BufferedImage.TYPE_INT_RGB);
        Graphics2D pen = half.createGraphics();
        pen.setRenderingHint(RenderingHints.KEY_INTERPOLATION, RenderingHints.VALUE_INTERPOLATION_BICUBIC);
        pen.drawImage(whole, 0, 0, half.getWidth(), half.getHeight(), null);
        pen.dispose();
        Files.createDirectories(small.getParent());
        ImageIO.write(half, "png", small.toFile());
    }
}
