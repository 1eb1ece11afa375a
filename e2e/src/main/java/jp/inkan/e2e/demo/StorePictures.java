package jp.inkan.e2e.demo;

import java.awt.Color;
import java.awt.Font;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import javax.imageio.ImageIO;
import jp.inkan.e2e.browser.Product;

/**
 * What the Chrome web store and Edge add-ons show: 1280 by 800 pixels without transparency, a screen of the demo below a line of
 * what it shows, below {@code extension/store/pictures}, for each language.
 */
final class StorePictures {
    private static final Path FOLDER = Product.root().resolve("extension/store/pictures");
    private static final int WIDTH = 1280;
    private static final int HEIGHT = 800;
    private static final int MARGIN = 24;
    private static final Color PAPER = new Color(0xfffdf8);
    private static final Color SEAL = new Color(0xb3261e);
    private static final Color INK = new Color(0x2b2a27);

    private static final int BAND = 104;

    /** By the demo's name of the screen, in each language. */
    private static final Map<String, Map<String, String>> CAPTIONS = Map.of(
            "certificate-page", Map.of(
                    "ja", "金融機関のページの中に、ボタンが出ます", "en", "A button, in the bank\u2019s own page"),
            "list", Map.of(
                    "ja", "このパソコンの証明書が、ひと目でわかります", "en", "What is on this computer, at a glance"),
            "sign-in", Map.of(
                    "ja", "ログインIDとパスワードを入れるだけ", "en", "Login ID and password: that is all"),
            "CCHK005", Map.of(
                    "ja", "トランザクション認証も、その場で", "en", "Transaction authentication, on the spot"),
            "result", Map.of(
                    "ja", "証明書が入りました。あとはブラウザを開き直すだけ", "en", "Installed. Just open the browser again"));

    private StorePictures() {}

    /** Draws those of a screen, if the stores are to show it. */
    static void draw(String name, Path picture) throws IOException {
        for (var caption : CAPTIONS.getOrDefault(name, Map.of()).entrySet()) {
            Path file = FOLDER.resolve(caption.getKey()).resolve(name + ".png");
            Files.createDirectories(file.getParent());
            ImageIO.write(drawn(ImageIO.read(picture.toFile()), caption.getValue()), "png", file.toFile());
        }
    }

    private static BufferedImage drawn(BufferedImage screen, String caption) {
        var canvas = new BufferedImage(WIDTH, HEIGHT, BufferedImage.TYPE_INT_RGB);
        Graphics2D pen = canvas.createGraphics();
        pen.setRenderingHint(RenderingHints.KEY_INTERPOLATION, RenderingHints.VALUE_INTERPOLATION_BICUBIC);
        pen.setRenderingHint(RenderingHints.KEY_TEXT_ANTIALIASING, RenderingHints.VALUE_TEXT_ANTIALIAS_ON);
        pen.setColor(PAPER);
        pen.fillRect(0, 0, WIDTH, HEIGHT);
        int height = HEIGHT - BAND - MARGIN;
        int width = screen.getWidth() * height / screen.getHeight();
        int left = (WIDTH - width) / 2;
        pen.drawImage(screen, left, BAND, width, height, null);
        pen.setColor(INK);
        pen.drawRect(left - 1, BAND - 1, width + 1, height + 1);
        pen.setColor(SEAL);
        pen.fillRect(left, MARGIN + 8, 6, BAND - 2 * MARGIN - 16);
        pen.setFont(new Font(Font.SANS_SERIF, Font.PLAIN, 34));
        pen.drawString(caption, left + MARGIN, BAND / 2 + 12);
        pen.dispose();
        return canvas;
    }
}
