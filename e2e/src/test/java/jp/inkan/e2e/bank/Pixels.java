package jp.inkan.e2e.bank;

import static org.assertj.core.api.Assertions.assertThat;

import io.nayuki.qrcodegen.QrCode;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import javax.imageio.ImageIO;

/** Pictures of QR codes. */
final class Pixels {
    private Pixels() {
    }

    /** A window with a code in it, light grey or see-through, as large as it'd be on a screen. */
    static BufferedImage screen(String text, int type) {
        QrCode code = QrCode.encodeText(text, QrCode.Ecc.MEDIUM);
        BufferedImage image = new BufferedImage(900, 600, type);
        boolean opaque = type == BufferedImage.TYPE_INT_RGB;
        for (int y = 0; y < image.getHeight(); y++) {
            for (int x = 0; x < image.getWidth(); x++) {
                boolean dark = code.getModule(Math.floorDiv(x - 330, 5), Math.floorDiv(y - 210, 5));
                image.setRGB(x, y, dark ? 0xFF14365F : opaque ? 0xFFF3F5F8 : 0);
            }
        }
        return image;
    }

    /** A code and its quiet zone of four modules, so many pixels wide; the modules' edges are where they are rounded to. */
    static BufferedImage code(String text, int width) {
        QrCode code = QrCode.encodeText(text, QrCode.Ecc.MEDIUM);
        int modules = code.size + 8;
        var image = new BufferedImage(width, width, BufferedImage.TYPE_INT_RGB);
        for (int y = 0; y < width; y++) {
            for (int x = 0; x < width; x++) {
                boolean dark = code.getModule(module(x, width, modules) - 4, module(y, width, modules) - 4);
                image.setRGB(x, y, dark ? 0 : 0xFFFFFF);
            }
        }
        return image;
    }

    private static int module(int pixel, int width, int modules) {
        return (int) ((pixel + 0.5) * modules / width);
    }

    static byte[] file(BufferedImage image, String format) throws IOException {
        var bytes = new ByteArrayOutputStream();
        assertThat(ImageIO.write(image, format, bytes)).isTrue();
        return bytes.toByteArray();
    }
}
