package jp.inkan.host.proxy;

import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Proxy;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Function;

/** Answers CONNECT as it is told to, and tunnels to this machine whatever the name. The real squid has its tests in e2e. */
public final class HandMadeProxy implements AutoCloseable {
    private static final byte[] LOOPBACK = {127, 0, 0, 1};

    private final ServerSocket listener;
    private final Function<String, Optional<String>> refusal;
    private final List<String> heads = new CopyOnWriteArrayList<>();

    /** @param refusal of a request's head, status line and headers; nothing to let it through */
    public HandMadeProxy(Function<String, Optional<String>> refusal) throws IOException {
        this.refusal = refusal;
        listener = new ServerSocket(0, 50, InetAddress.getByAddress(LOOPBACK));
        Thread.ofVirtual().start(this::accept);
    }

    /** Wants this value of Proxy-Authorization. */
    public static HandMadeProxy wanting(String authorization, String... challenges) throws IOException {
        return new HandMadeProxy(head -> head.contains("\r\nProxy-Authorization: " + authorization + "\r\n")
                ? Optional.empty()
                : Optional.of(challenge(challenges)));
    }

    public static String challenge(String... challenges) {
        return "HTTP/1.1 407 Who is it?\r\nProxy-Authenticate: " + String.join("\r\nProxy-Authenticate: ", challenges);
    }

    /** The heads of the requests so far. */
    public List<String> heads() {
        return List.copyOf(heads);
    }

    public Proxy address() {
        return new Proxy(Proxy.Type.HTTP, InetSocketAddress.createUnresolved("127.0.0.1", listener.getLocalPort()));
    }

    private void accept() {
        try {
            while (true) {
                Socket client = listener.accept();
                Thread.ofVirtual().start(() -> serve(client));
            }
        } catch (IOException e) {
            // Closed.
        }
    }

    private void serve(Socket client) {
        try (client) {
            for (String head = head(client.getInputStream()); !head.isEmpty(); head = head(client.getInputStream())) {
                heads.add(head);
                Optional<String> refused = refusal.apply(head);
                if (refused.isEmpty()) {
                    tunnel(client, Integer.parseInt(head.replaceFirst("(?s)CONNECT \\S*:(\\d+) .*", "$1")));
                    return;
                }
                write(client, refused.get() + "\r\nContent-Length: 0\r\n\r\n");
            }
        } catch (IOException e) {
            // The other end went away.
        }
    }

    private static String head(InputStream in) throws IOException {
        var head = new StringBuilder();
        for (int next = in.read(); next != -1; next = in.read()) {
            head.append((char) next);
            if (head.toString().endsWith("\r\n\r\n")) {
                return head.toString();
            }
        }
        return "";
    }

    private static void tunnel(Socket client, int port) throws IOException {
        try (var server = new Socket(InetAddress.getByAddress(LOOPBACK), port)) {
            write(client, "HTTP/1.1 200 Through\r\n\r\n");
            Thread.ofVirtual().start(() -> copy(server, client));
            copy(client, server);
        }
    }

    private static void copy(Socket from, Socket to) {
        try {
            from.getInputStream().transferTo(to.getOutputStream());
            to.shutdownOutput();
        } catch (IOException e) {
            // The other end went away.
        }
    }

    private static void write(Socket socket, String text) throws IOException {
        socket.getOutputStream().write(text.getBytes(StandardCharsets.ISO_8859_1));
    }

    @Override
    public void close() throws IOException {
        listener.close();
    }
}
