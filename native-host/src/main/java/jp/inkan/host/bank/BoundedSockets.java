package jp.inkan.host.bank;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.Socket;
import javax.net.SocketFactory;

/**
 * Plain sockets that take in so much and no more, whatever is sent over them and however it is wrapped. OkHttp looks for the
 * end of the line that a chunk begins with, and passes over 1xx answers, for as long as they come.
 */
final class BoundedSockets extends SocketFactory {
    /** The other end sent too much. */
    static final class TooMuch extends IOException {
        private static final long serialVersionUID = 1L;

        private TooMuch(long limit) {
            super("over " + limit + " bytes in one connection");
        }
    }

    private final long limit;

    /** @param limit bytes, for the life of a socket */
    BoundedSockets(long limit) {
        this.limit = limit;
    }

    @Override
    public Socket createSocket() {
        return new Bounded(limit);
    }

    @Override
    public Socket createSocket(String host, int port) {
        throw connected();
    }

    @Override
    public Socket createSocket(String host, int port, InetAddress localHost, int localPort) {
        throw connected();
    }

    @Override
    public Socket createSocket(InetAddress host, int port) {
        throw connected();
    }

    @Override
    public Socket createSocket(InetAddress address, int port, InetAddress localAddress, int localPort) {
        throw connected();
    }

    /** OkHttp connects by itself, so that it can be cancelled meanwhile. */
    private static UnsupportedOperationException connected() {
        return new UnsupportedOperationException("sockets come unconnected");
    }

    private static final class Bounded extends Socket {
        private final long limit;
        private long received;

        Bounded(long limit) {
            this.limit = limit;
        }

        @Override
        public InputStream getInputStream() throws IOException {
            return new Counted(super.getInputStream());
        }

        /** One of several over the same socket: the proxy's answer is read through another than the bank's. */
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
}
