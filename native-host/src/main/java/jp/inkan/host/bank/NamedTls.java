package jp.inkan.host.bank;

import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import javax.net.ssl.SSLParameters;
import javax.net.ssl.SSLSocket;
import javax.net.ssl.SSLSocketFactory;

/**
 * TLS that compares the server's name (RFC 9525) within the handshake. OkHttp does so after it, when a client certificate,
 * which names the customer, has already been shown. It takes in so much and no more, whoever made the connection.
 */
final class NamedTls extends SSLSocketFactory {
    private final SSLSocketFactory tls;
    private final long limit;

    /** @param limit bytes of one connection */
    NamedTls(SSLSocketFactory tls, long limit) {
        this.tls = tls;
        this.limit = limit;
    }

    @Override
    public Socket createSocket(Socket plain, String host, int port, boolean autoClose) throws IOException {
        var socket = (SSLSocket) tls.createSocket(new BoundedSocket(plain, limit), host, port, autoClose);
        SSLParameters parameters = socket.getSSLParameters();
        parameters.setEndpointIdentificationAlgorithm("HTTPS");
        socket.setSSLParameters(parameters);
        return socket;
    }

    @Override
    public Socket createSocket(String host, int port) {
        throw layered();
    }

    @Override
    public Socket createSocket(String host, int port, InetAddress localHost, int localPort) {
        throw layered();
    }

    @Override
    public Socket createSocket(InetAddress host, int port) {
        throw layered();
    }

    @Override
    public Socket createSocket(InetAddress address, int port, InetAddress localAddress, int localPort) {
        throw layered();
    }

    private static UnsupportedOperationException layered() {
        return new UnsupportedOperationException("TLS stands on a socket that is connected");
    }

    @Override
    public String[] getDefaultCipherSuites() {
        return tls.getDefaultCipherSuites();
    }

    @Override
    public String[] getSupportedCipherSuites() {
        return tls.getSupportedCipherSuites();
    }
}
