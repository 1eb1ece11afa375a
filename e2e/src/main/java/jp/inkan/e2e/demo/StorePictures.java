package jp.inkan.e2e.demo;

import java.awt.Color;
import java.awt.Font;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import javax.imageio.ImageIO;
import jp.inkan.e2e.browser.Product;

/**
 * What the Chrome web store and Edge add-ons show: 1280 by 800 pixels without transparency, a screen of the demo beside a line of
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

    /** By the demo's name of the screen; the lines of a caption in each language. */
    private static final Map<String, Map<String, List<String>>> CAPTIONS = Map.of(
            "certificate-page", Map.of(
                    "ja", List.of("金融機関の", "ページの中に", "ボタンが出ます"),
                    "en", List.of("A button", "in the bank\u2019s", "own page")),
            "list", Map.of(
                    "ja", List.of("このパソコンの", "証明書が", "ひと目で", "わかります"),
                    "en", List.of("What is on", "this computer,", "at a glance")),
            "sign-in", Map.of(
                    "ja", List.of("ログインIDと", "パスワードを", "入れるだけ"),
                    "en", List.of("Login ID and", "password:", "that is all")),
            "CCHK005", Map.of(
                    "ja", List.of("トランザクション", "認証も", "その場で"),
                    "en", List.of("Transaction", "authentication", "on the spot")),
            "result", Map.of(
                    "ja", List.of("証明書が", "入りました。", "あとはブラウザを", "開き直すだけ"),
                    "en", List.of("Installed.", "Just open the", "browser again")));

    private StorePictures() {}

    /** Draws those of a screen, if the stores are to show it. */
    static void draw(String name, Path picture) throws IOException {
        for (var caption : CAPTIONS.getOrDefault(name, Map.of()).entrySet()) {
            Path file = FOLDER.resolve(caption.getKey()).resolve(name + ".png");
            Files.createDirectories(file.getParent());
            ImageIO.write(drawn(ImageIO.read(picture.toFile()), caption.getValue()), "png", file.toFile());
        }
    }

    private static BufferedImage drawn(BufferedImage screen, List<String> caption) {
        var canvas = new BufferedImage(WIDTH, HEIGHT, BufferedImage.TYPE_INT_RGB);
        Graphics2D pen = canvas.createGraphics();
        pen.setRenderingHint(RenderingHints.KEY_INTERPOLATION, RenderingHints.VALUE_INTERPOLATION_BICUBIC);
        pen.setRenderingHint(RenderingHints.KEY_TEXT_ANTIALIASING, RenderingHints.VALUE_TEXT_ANTIALIAS_ON);
        pen.setColor(PAPER);
        pen.fillRect(0, 0, WIDTH, HEIGHT);
        int height = HEIGHT - 2 * MARGIN;
        int width = screen.getWidth() * height / screen.getHeight();
        int left = WIDTH - MARGIN - width;
        pen.drawImage(screen, left, MARGIN, width, height, null);
        pen.setColor(INK);
        pen.drawRect(left - 1, MARGIN - 1, width + 1, height + 1);
        write(pen, caption);
        pen.dispose();
        return canvas;
    }

    private static void write(Graphics2D pen, List<String> caption) {
        pen.setColor(SEAL);
        pen.fillRect(MARGIN, MARGIN * 3, 6, 60);
        pen.setFont(new Font(Font.SANS_SERIF, Font.BOLD, 44));
        pen.drawString("Inkan", MARGIN + 22, MARGIN * 3 + 46);
        pen.setColor(INK);
        pen.setFont(new Font(Font.SANS_SERIF, Font.PLAIN, 32));
        int y = MARGIN * 3 + 130;
        for (String line : caption) {
            pen.drawString(line, MARGIN, y);
            y += 48;
        }
    }
}
