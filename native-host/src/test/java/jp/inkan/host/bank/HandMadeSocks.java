package jp.inkan.host.bank;

import java.io.DataInputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Proxy;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.concurrent.atomic.AtomicInteger;

/** A SOCKS proxy (RFC 1928) that asks nobody who they are, and takes everybody to one port here, whatever they ask for. */
final class HandMadeSocks implements AutoCloseable {
    private static final byte[] NO_LOGIN = {5, 0};
    private static final byte[] CONNECTED = {5, 0, 0, 1, 0, 0, 0, 0, 0, 0};

    private final ServerSocket listener;
    private final int destination;
    private final AtomicInteger guests = new AtomicInteger();

    HandMadeSocks(int destination) throws IOException {
        this.destination = destination;
        listener = new ServerSocket(0, 50, InetAddress.getByAddress(new byte[] {127, 0, 0, 1}));
        Thread.ofVirtual().start(this::accept);
    }

    Proxy proxy() {
        return new Proxy(Proxy.Type.SOCKS, (InetSocketAddress) listener.getLocalSocketAddress());
    }

    /** Connections so far. */
    int guests() {
        return guests.get();
    }

    private void accept() {
        try {
            while (true) {
                Socket guest = listener.accept();
                guests.incrementAndGet();
                Thread.ofVirtual().start(() -> receive(guest));
            }
        } catch (IOException e) {
            // Closed.
        }
    }

    private void receive(Socket guest) {
        try (guest; Socket bank = new Socket(listener.getInetAddress(), destination)) {
            var in = new DataInputStream(guest.getInputStream());
            in.readByte();
            in.readNBytes(in.readUnsignedByte());
            guest.getOutputStream().write(NO_LOGIN);
            // Version, command, reserved, "a name".
            in.readNBytes(4);
            in.readNBytes(in.readUnsignedByte());
            in.readShort();
            guest.getOutputStream().write(CONNECTED);
            Thread.ofVirtual().start(() -> carry(guest, bank));
            carry(bank, guest);
        } catch (IOException e) {
            // One of them went away.
        }
    }

    private static void carry(Socket from, Socket to) {
        try {
            from.getInputStream().transferTo(to.getOutputStream());
            to.shutdownOutput();
        } catch (IOException e) {
            // Likewise.
        }
    }

    @Override
    public void close() throws IOException {
        listener.close();
    }
}
