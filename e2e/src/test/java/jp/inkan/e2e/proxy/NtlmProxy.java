package jp.inkan.e2e.proxy;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;

/** No proxy, but the first words of one that takes Windows logins alone: squid would need a domain behind it to say them. */
public final class NtlmProxy implements AutoCloseable {
    private final ServerSocket listener;

    private NtlmProxy(ServerSocket listener) {
        this.listener = listener;
    }

    public static NtlmProxy start() throws IOException {
        var proxy = new NtlmProxy(new ServerSocket(0, 10, InetAddress.getByAddress(new byte[] {127, 0, 0, 1})));
        Thread.ofVirtual().start(proxy::serve);
        return proxy;
    }

    public String url() {
        return "http://127.0.0.1:" + listener.getLocalPort();
    }

    private void serve() {
        try {
            while (true) {
                try (Socket client = listener.accept()) {
                    refuse(client);
                }
            }
        } catch (IOException e) {
            // Closed.
        }
    }

    private static void refuse(Socket client) throws IOException {
        var in = new BufferedReader(new InputStreamReader(client.getInputStream(), StandardCharsets.US_ASCII));
        String line = in.readLine();
        while (line != null && !line.isEmpty()) {
            line = in.readLine();
        }
        client.getOutputStream().write("""
                HTTP/1.1 407 Proxy Authentication Required\r
                Proxy-Authenticate: Negotiate\r
                Proxy-Authenticate: NTLM\r
                Content-Length: 0\r
                Connection: close\r
                \r
                """.getBytes(StandardCharsets.US_ASCII));
    }

    @Override
    public void close() throws IOException {
        listener.close();
    }
}
