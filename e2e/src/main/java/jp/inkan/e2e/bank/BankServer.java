package jp.inkan.e2e.bank;

import java.io.IOException;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import javax.net.ssl.KeyManager;
import jp.inkan.e2e.bank.http.Endpoint;
import jp.inkan.e2e.bank.http.Front;
import jp.inkan.e2e.bank.http.RefusedByServer;
import jp.inkan.e2e.bank.pki.Authority;
import jp.inkan.e2e.bank.pki.ServerIdentity;
import jp.inkan.e2e.bank.state.Institution;
import jp.inkan.e2e.bank.tls.ClientLogins;
import jp.inkan.e2e.bank.tls.Listener;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;
import org.eclipse.jetty.util.thread.VirtualThreadPool;

/** The running Jetty: one port for each of the bank's two names. */
final class BankServer implements AutoCloseable {
    private final Server server;

    private BankServer(Server server) {
        this.server = server;
    }

    /** @param sites who answers, by host name */
    static BankServer start(Institution bank, Authority tlsRoot, Authority clients, List<String> extraNames,
                            InstantSource clock, ClientLogins logins, Map<String, Endpoint> sites) throws IOException {
        List<String> names = new ArrayList<>(sites.keySet());
        names.addAll(extraNames);
        KeyManager[] identity = ServerIdentity.of(tlsRoot, names, Instant.now());
        Server server = new Server(new VirtualThreadPool());
        server.addConnector(Listener.anonymous(server, bank.pageHost(), identity));
        server.addConnector(Listener.wantingCertificate(
                server, bank.certificateHost(), identity, clients.certificate(), logins));
        server.setHandler(new Front(clock, sites));
        server.setErrorHandler(new RefusedByServer(clock));
        try {
            server.start();
        } catch (Exception e) {
            throw new IOException("The practice bank didn't start", e);
        }
        return new BankServer(server);
    }

    /** By host name. */
    SortedMap<String, Integer> ports() {
        SortedMap<String, Integer> ports = new TreeMap<>();
        for (var connector : server.getConnectors()) {
            ports.put(connector.getName(), ((ServerConnector) connector).getLocalPort());
        }
        return ports;
    }

    @Override
    public void close() throws IOException {
        try {
            server.stop();
        } catch (Exception e) {
            throw new IOException("The practice bank didn't stop", e);
        }
    }
}
