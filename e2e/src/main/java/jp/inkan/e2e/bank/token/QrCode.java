package jp.inkan.e2e.bank.token;

import com.google.zxing.BinaryBitmap;
import com.google.zxing.DecodeHintType;
import com.google.zxing.ReaderException;
import com.google.zxing.RGBLuminanceSource;
import com.google.zxing.common.HybridBinarizer;
import com.google.zxing.qrcode.QRCodeReader;
import java.awt.image.BufferedImage;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** A token's camera. */
public final class QrCode {
    private QrCode() {
    }

    /** The text of the QR code somewhere in a picture, if there is one. */
    public static Optional<String> read(BufferedImage picture) {
        int width = picture.getWidth();
        int height = picture.getHeight();
        int[] pixels = picture.getRGB(0, 0, width, height, null, 0, width);
        for (int i = 0; i < pixels.length; i++) {
            pixels[i] = onWhite(pixels[i]);
        }
        var bitmap = new BinaryBitmap(new HybridBinarizer(new RGBLuminanceSource(width, height, pixels)));
        return Stream.of(DecodeHintType.TRY_HARDER, DecodeHintType.PURE_BARCODE)
                .flatMap(hint -> decode(bitmap, hint).stream())
                .findFirst();
    }

    /**
     * Of a thousand codes ZXing takes three for something else, whatever their size: a camera's next picture helps. Ours is always the
     * same; where it shows the code and nothing else, ZXing needn't look for it.
     */
    private static Optional<String> decode(BinaryBitmap bitmap, DecodeHintType hint) {
        try {
            return Optional.of(new QRCodeReader().decode(bitmap, Map.of(hint, true)).getText());
        } catch (ReaderException e) {
            return Optional.empty();
        }
    }

    /** ZXing doesn't look at transparency: it would see a picture on nothing as black on black. */
    private static int onWhite(int argb) {
        int alpha = argb >>> 24;
        int rgb = 0;
        for (int shift = 0; shift <= 16; shift += 8) {
            int part = (argb >> shift & 0xff) * alpha + 0xff * (0xff - alpha);
            rgb |= part / 0xff << shift;
        }
        return rgb;
    }
}
