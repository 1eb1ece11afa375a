package jp.inkan.host.messaging;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Optional;

/**
 * Frames as Chrome's native messaging defines them: a 32-bit length in the machine's byte order, then so many bytes of UTF-8
 * JSON. Both ends refuse frames over {@value #LIMIT} bytes.
 */
final class Frames {
    /** Bytes. Chrome's own limit from host to browser; the browser would send up to 64 MiB. */
    static final int LIMIT = 1024 * 1024;

    static final class TooLarge extends IOException {
        private static final long serialVersionUID = 1L;

        TooLarge(long length) {
            super("A frame of " + length + " bytes");
        }
    }

    private Frames() {}

    /** @return the next frame's bytes, or nothing where the stream ends between frames
     * @throws TooLarge if its length is over the limit; none of it was read, and what follows can't be
     * @throws EOFException if the stream ends inside a frame */
    static Optional<byte[]> read(InputStream in) throws IOException {
        byte[] header = in.readNBytes(4);
        if (header.length == 0) {
            return Optional.empty();
        }
        if (header.length < 4) {
            throw new EOFException("The stream ended inside a frame's length");
        }
        long length = Integer.toUnsignedLong(ByteBuffer.wrap(header).order(ByteOrder.nativeOrder()).getInt());
        if (length > LIMIT) {
            throw new TooLarge(length);
        }
        byte[] body = in.readNBytes((int) length);
        if (body.length < length) {
            throw new EOFException("The stream ended inside a frame");
        }
        return Optional.of(body);
    }

    /** Writes one frame and flushes it. */
    static void write(OutputStream out, byte[] body) throws IOException {
        if (body.length > LIMIT) {
            throw new TooLarge(body.length);
        }
        byte[] header = ByteBuffer.allocate(4).order(ByteOrder.nativeOrder()).putInt(body.length).array();
        out.write(header);
        out.write(body);
        out.flush();
    }
}
