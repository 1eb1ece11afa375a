package jp.inkan.host.json;

import com.fasterxml.jackson.core.util.BufferRecycler;
import com.fasterxml.jackson.core.util.RecyclerPool;
import java.util.Arrays;

/** Buffers of Jackson's that are used once and cleared: they may have held a password. */
public final class ClearedBuffers implements RecyclerPool<BufferRecycler> {
    private static final long serialVersionUID = 1L;

    @Override
    public BufferRecycler acquirePooled() {
        return new Once();
    }

    @Override
    public BufferRecycler acquireAndLinkPooled() {
        return acquirePooled();
    }

    @Override
    public void releasePooled(BufferRecycler buffers) {
        // Each has cleared its own by now.
    }

    private static final class Once extends BufferRecycler {
        @Override
        public void releaseByteBuffer(int index, byte[] buffer) {
            Arrays.fill(buffer, (byte) 0);
        }

        @Override
        public void releaseCharBuffer(int index, char[] buffer) {
            Arrays.fill(buffer, '\0');
        }
    }
}
