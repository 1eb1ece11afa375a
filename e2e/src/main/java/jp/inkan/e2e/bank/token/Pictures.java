package jp.inkan.e2e.bank.token;

import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.Iterator;
import java.util.Optional;
import javax.imageio.ImageIO;
import javax.imageio.ImageReader;
import javax.imageio.stream.MemoryCacheImageInputStream;

/** Pictures from a file's bytes. */
public final class Pictures {
    /** Several screens side by side; a small file can say that it holds far more, and memory isn't endless. */
    private static final long MOST_PIXELS = 40_000_000;

    private Pictures() {
    }

    /** Whatever Java can read, PNG and JPEG among it; nothing if it's no picture, broken, or too large. */
    public static Optional<BufferedImage> read(byte[] file) {
        try (var stream = new MemoryCacheImageInputStream(new ByteArrayInputStream(file))) {
            Iterator<ImageReader> readers = ImageIO.getImageReaders(stream);
            if (!readers.hasNext()) {
                return Optional.empty();
            }
            ImageReader reader = readers.next();
            try {
                reader.setInput(stream, true, true);
                return (long) reader.getWidth(0) * reader.getHeight(0) > MOST_PIXELS
                        ? Optional.empty() : Optional.of(reader.read(0));
            } finally {
                reader.dispose();
            }
        } catch (IOException | RuntimeException e) {
            // Java's readers answer broken files with one or the other.
            return Optional.empty();
        }
    }
}
