import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import javax.imageio.ImageIO;

/**
 * Makes a Windows icon of square pictures: 32 bits a pixel, as bitmaps, which every part of Windows draws.
 * Run from source when the Windows package is built.
 */
class Icon {
    private static final int DIRECTORY = 6;
    private static final int ENTRY = 16;
    private static final int HEADER = 40;

    /** @param files where to write, the pictures */
    public static void main(String[] files) throws IOException {
        List<BufferedImage> pictures = new ArrayList<>();
        for (String file : List.of(files).subList(1, files.length)) {
            pictures.add(ImageIO.read(Path.of(file).toFile()));
        }
        Files.write(Path.of(files[0]), icon(pictures));
    }

    private static byte[] icon(List<BufferedImage> pictures) throws IOException {
        var icon = new ByteArrayOutputStream();
        icon.write(buffer(DIRECTORY).putShort((short) 0).putShort((short) 1).putShort((short) pictures.size()).array());
        int offset = DIRECTORY + ENTRY * pictures.size();
        for (BufferedImage picture : pictures) {
            int size = bitmap(picture).length;
            // No palette, one plane; 0 would be 256 pixels.
            icon.write(buffer(ENTRY).put((byte) picture.getWidth()).put((byte) picture.getHeight()).putShort((short) 0)
                    .putShort((short) 1).putShort((short) 32).putInt(size).putInt(offset).array());
            offset += size;
        }
        for (BufferedImage picture : pictures) {
            icon.write(bitmap(picture));
        }
        return icon.toByteArray();
    }

    /** From the last line to the first: the pixels, then a mask of one bit each, which the alpha channel makes needless. */
    private static byte[] bitmap(BufferedImage picture) {
        int size = picture.getWidth();
        int maskLine = (size + 31) / 32 * 4;
        ByteBuffer bitmap = buffer(HEADER + size * size * 4 + size * maskLine);
        bitmap.putInt(HEADER).putInt(size).putInt(2 * size).putShort((short) 1).putShort((short) 32).position(HEADER);
        for (int y = size - 1; y >= 0; y--) {
            for (int x = 0; x < size; x++) {
                bitmap.putInt(picture.getRGB(x, y));
            }
        }
        return bitmap.array();
    }

    private static ByteBuffer buffer(int size) {
        return ByteBuffer.allocate(size).order(ByteOrder.LITTLE_ENDIAN);
    }
}
