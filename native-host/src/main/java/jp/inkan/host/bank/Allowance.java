package jp.inkan.host.bank;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;

/** How much may come in over one connection. */
final class Allowance {
    /** The other end sent too much. */
    static final class TooMuch extends IOException {
        private static final long serialVersionUID = 1L;

        private TooMuch(long limit) {
            super("over " + limit + " bytes in one connection");
        }
    }

    private final long limit;
    private long received;

    /** @param limit bytes, for the life of the connection */
    Allowance(long limit) {
        this.limit = limit;
    }

    /** @param in one of several of the same connection: a proxy's answer is read through another than the bank's
     * @return throws {@link TooMuch} */
    InputStream of(InputStream in) {
        return new Counted(in);
    }

    private final class Counted extends FilterInputStream {
        Counted(InputStream in) {
            super(in);
        }

        @Override
        public int read() throws IOException {
            byte[] one = new byte[1];
            return read(one, 0, 1) == -1 ? -1 : one[0] & 0xff;
        }

        @Override
        public int read(byte[] bytes, int from, int length) throws IOException {
            int read = super.read(bytes, from, length);
            received += Math.max(read, 0);
            if (received > limit) {
                throw new TooMuch(limit);
            }
            return read;
        }
    }
}
