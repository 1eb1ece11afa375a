package jp.inkan.e2e.browser;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;

/** Pages over http on 127.0.0.1: everything that isn't a bank. */
final class PlainPages implements AutoCloseable {
    private final HttpServer server;

    private PlainPages(HttpServer server) {
        this.server = server;
    }

    static PlainPages start() throws IOException {
        HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getByAddress(new byte[] {127, 0, 0, 1}), 0), 0);
        server.start();
        return new PlainPages(server);
    }

    PlainPages with(String path, String html) {
        byte[] body = ("<!doctype html><meta charset=utf-8>" + html).getBytes(StandardCharsets.UTF_8);
        server.createContext(path, exchange -> {
            exchange.getResponseHeaders().set("Content-Type", "text/html; charset=utf-8");
            exchange.sendResponseHeaders(200, body.length);
            exchange.getResponseBody().write(body);
            exchange.close();
        });
        return this;
    }

    int port() {
        return server.getAddress().getPort();
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
