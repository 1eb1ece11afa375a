package jp.inkan.host.bank;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.atomic.AtomicInteger;
import javax.net.ssl.SSLSocket;
import javax.net.ssl.SSLSocketFactory;
import okhttp3.tls.HandshakeCertificates;
import okhttp3.tls.HeldCertificate;

/** A bank that does with each connection what a test wants, down to single bytes, and keeps what it was told. */
public final class HandMadeBank implements AutoCloseable {
    /** What it does with one connection, which is closed afterwards. */
    @FunctionalInterface
    public interface Conduct {
        void towards(Guest guest) throws IOException, InterruptedException;
    }

    private final ServerSocket listener;
    private final SSLSocketFactory tls;
    private final ByteArrayOutputStream heard = new ByteArrayOutputStream();
    private final AtomicInteger guests = new AtomicInteger();
    private volatile Conduct conduct = Guest::read;

    HandMadeBank(SSLSocketFactory tls) throws IOException {
        this.tls = tls;
        listener = new ServerSocket(0, 50, InetAddress.getByAddress(new byte[] {127, 0, 0, 1}));
        Thread.ofVirtual().start(this::accept);
    }

    /** With this certificate. */
    public static HandMadeBank as(HeldCertificate certificate) throws IOException {
        return new HandMadeBank(new HandshakeCertificates.Builder().heldCertificate(certificate).build().sslSocketFactory());
    }

    /** From the next connection on. */
    public void behave(Conduct next) {
        conduct = next;
    }

    /** Answers every request with these bytes. */
    public void answer(String answer) {
        behave(guest -> {
            guest.read();
            guest.write(answer);
        });
    }

    /** All requests so far, as they came out of TLS. */
    public synchronized String heard() {
        return heard.toString(StandardCharsets.ISO_8859_1);
    }

    /** Connections so far. */
    int guests() {
        return guests.get();
    }

    public int port() {
        return listener.getLocalPort();
    }

    private void accept() {
        try {
            while (true) {
                Socket plain = listener.accept();
                guests.incrementAndGet();
                Thread.ofVirtual().start(() -> receive(plain));
            }
        } catch (IOException e) {
            // Closed.
        }
    }

    private void receive(Socket plain) {
        try (plain) {
            conduct.towards(new Guest(plain));
        } catch (IOException e) {
            // The guest went away, as most of them do here.
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private synchronized void hear(byte[] request) {
        heard.writeBytes(request);
    }

    @Override
    public void close() {
        try {
            listener.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** One connection. */
    public final class Guest {
        private final Socket plain;
        private SSLSocket secured;

        private Guest(Socket plain) {
            this.plain = plain;
        }

        /** Beneath TLS. */
        Socket plain() {
            return plain;
        }

        SSLSocket tls() throws IOException {
            if (secured == null) {
                secured = (SSLSocket) tls.createSocket(plain, null, plain.getPort(), true);
                secured.setUseClientMode(false);
            }
            return secured;
        }

        /** Reads one request. @return its head and body; empty if none came */
        public String read() throws IOException {
            InputStream in = tls().getInputStream();
            var request = new ByteArrayOutputStream();
            while (!request.toString(StandardCharsets.ISO_8859_1).endsWith("\r\n\r\n")) {
                int next = in.read();
                if (next == -1) {
                    return "";
                }
                request.write(next);
            }
            String head = request.toString(StandardCharsets.ISO_8859_1);
            String length = head.replaceFirst("(?s).*\r\nContent-Length: (\\d+)\r\n.*", "$1");
            request.writeBytes(in.readNBytes(length.equals(head) ? 0 : Integer.parseInt(length)));
            hear(request.toByteArray());
            return request.toString(StandardCharsets.ISO_8859_1);
        }

        public void write(String text) throws IOException {
            write(text.getBytes(StandardCharsets.ISO_8859_1));
        }

        void write(byte[] bytes) throws IOException {
            tls().getOutputStream().write(bytes);
        }

        /** The same bytes until the guest has enough of them. */
        void writeForEver(byte[] bytes) throws IOException {
            while (true) {
                write(bytes);
            }
        }

        /** The same bytes, ten times a second, until the guest has enough of them. */
        void drip(String text) throws IOException, InterruptedException {
            while (true) {
                write(text);
                Thread.sleep(100);
            }
        }

        /** Until the guest goes away. */
        void waitForEnd() throws IOException {
            plain.getInputStream().transferTo(OutputStream.nullOutputStream());
        }

        /** Ends TCP, and TLS with it, without a word. */
        void cut() throws IOException {
            plain.shutdownOutput();
            plain.close();
        }

        /** RST. */
        void reset() throws IOException {
            plain.setSoLinger(true, 0);
            plain.close();
        }
    }
}
