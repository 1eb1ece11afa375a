package jp.inkan.host.bank;

import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.Socket;
import javax.net.SocketFactory;

/**
 * Plain sockets that take in so much and no more, whatever is sent over them and however it is wrapped. OkHttp looks for the
 * end of the line that a chunk begins with, and passes over 1xx answers, for as long as they come. It asks for none where the way
 * leads through a SOCKS proxy: see {@link BoundedSocket}.
 */
final class BoundedSockets extends SocketFactory {
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
        private final Allowance allowance;

        Bounded(long limit) {
            allowance = new Allowance(limit);
        }

        @Override
        public InputStream getInputStream() throws IOException {
            return allowance.of(super.getInputStream());
        }
    }
}
