package jp.inkan.e2e.windows;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;

/** A few fields of a Windows program (Microsoft's "PE Format").
 * @param subsystem {@link #WINDOWS} or {@link #CONSOLE}
 * @param timestamp of its build, in seconds since 1970; 0 if it doesn't say */
record Portable(int subsystem, int timestamp) {
    /** Gets no console. */
    static final int WINDOWS = 2;
    static final int CONSOLE = 3;

    static Portable executable(Path file) throws IOException {
        ByteBuffer bytes = ByteBuffer.wrap(Files.readAllBytes(file)).order(ByteOrder.LITTLE_ENDIAN);
        int header = bytes.getInt(0x3c);
        // After the signature and the COFF header comes the optional one, which has the subsystem at 68.
        return new Portable(bytes.getShort(header + 24 + 68), bytes.getInt(header + 8));
    }
}
