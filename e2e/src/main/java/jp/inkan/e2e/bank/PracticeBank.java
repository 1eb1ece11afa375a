package jp.inkan.e2e.bank;

import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.concurrent.TimeoutException;
import jp.inkan.e2e.bank.fault.Fault;
import jp.inkan.e2e.bank.pki.Authorities;
import jp.inkan.e2e.bank.pki.Authority;
import jp.inkan.e2e.bank.pki.Pem;
import jp.inkan.e2e.bank.state.AtomicFile;
import jp.inkan.e2e.bank.state.BankClock;
import jp.inkan.e2e.bank.state.Institution;
import jp.inkan.e2e.bank.state.Plan;
import jp.inkan.e2e.bank.state.Register;
import jp.inkan.e2e.bank.state.StateFolder;
import jp.inkan.e2e.bank.state.User;
import jp.inkan.e2e.bank.tls.ClientLogin;
import jp.inkan.e2e.bank.tls.ClientLogins;

/**
 * A bank with nothing behind it, for practice and tests: it speaks BANK-PROTOCOL.md, shows the pages around it, and
 * lets in who comes with a certificate that it issued. It listens on the loopback address alone.
 */
public final class PracticeBank implements AutoCloseable {
    private static final Institution BANK = Institution.PRACTICE;

    private final StateFolder folder;
    private final BankClock clock;
    private final Register register;
    private final ClientLogins logins;
    private final BankSites sites;
    private final BankServer server;

    private PracticeBank(StateFolder folder, BankOptions options) throws IOException {
        this.folder = folder;
        clock = new BankClock(options.clock());
        logins = new ClientLogins(clock);
        // Clients check TLS by the machine's time, whatever the bank's clock says.
        Authority tlsRoot = Authorities.tlsRoot(folder.file("tls-root.secret.pem"), Instant.now());
        Authority clients = Authorities.clients(folder.file("clients.secret.pem"), BANK, clock.instant());
        register = Register.open(folder.file("register.json"));
        sites = new BankSites(BANK, clock, register, clients);
        server = BankServer.start(BANK, tlsRoot, clients, options.extraNames(), clock, logins, sites.byHost());
        AtomicFile.write(trustAnchor(), Pem.text(tlsRoot.certificate()).getBytes(StandardCharsets.US_ASCII));
        new HostConfiguration(server.ports(), trustAnchor().toString()).write(hostConfiguration());
    }

    /** A bank in a temporary folder. */
    public static PracticeBank start() throws IOException {
        return start(BankOptions.defaults());
    }

    /** Returns when the bank can be reached. */
    public static PracticeBank start(BankOptions options) throws IOException {
        StateFolder folder = StateFolder.open(options.state());
        try {
            return new PracticeBank(folder, options);
        } catch (IOException | RuntimeException e) {
            folder.close();
            throw e;
        }
    }

    /** The start page, by the bank's name: clients need {@link #resolverRules()} or {@link #ports()} to get there. */
    public URI url() {
        return URI.create("https://" + BANK.pageHost() + "/");
    }

    /** The login with a certificate, likewise by name. */
    public URI certificateLoginUrl() {
        return URI.create("https://" + BANK.certificateHost() + "/login");
    }

    /** The port on 127.0.0.1 of each host name. */
    public SortedMap<String, Integer> ports() {
        return server.ports();
    }

    /** For Chromium's switch {@code --host-resolver-rules}. */
    public String resolverRules() {
        return HostConfiguration.resolverRules(ports());
    }

    /**
     * The same with look-alikes of the bank.
     *
     * @param more the port on 127.0.0.1 of further host names, see {@link BankOptions#withExtraNames}
     */
    public String resolverRules(Map<String, Integer> more) {
        SortedMap<String, Integer> names = ports();
        names.putAll(more);
        return HostConfiguration.resolverRules(names);
    }

    /** PEM file of the root of the bank's TLS; not of its customers' certificates. */
    public Path trustAnchor() {
        return folder.file("practice-tls-root.pem");
    }

    /** JSON file that tells Inkan's host where the bank is. */
    public Path hostConfiguration() {
        return folder.file("host-configuration.json");
    }

    /** The bank's time now. */
    public Instant now() {
        return clock.instant();
    }

    /** Moves the bank's time, but no client's; a negative duration moves it back. */
    public void moveClock(Duration by) {
        clock.move(by);
    }

    /** In the order in which they came. */
    public List<User> users() {
        return register.users();
    }

    /** A user of one's own, of whom nothing but the password is asked. */
    public User addUser() throws IOException {
        return addUser(Plan.NOTHING_MORE);
    }

    /** A user of one's own, of whom this is asked. */
    public User addUser(Plan plan) throws IOException {
        return register.addUser(plan);
    }

    /** @param loginId 1 to 64 characters, not taken */
    public User addUser(String loginId) throws IOException {
        return addUser(loginId, Plan.NOTHING_MORE);
    }

    /** @param loginId as for {@link #addUser(String)} */
    public User addUser(String loginId, Plan plan) throws IOException {
        return register.addUser(loginId, plan);
    }

    /** How many certificates a login id ever got. */
    public int issuedFor(String loginId) {
        return register.issuedTo(loginId).size();
    }

    /** Every TLS handshake that a client completed with a certificate, since the start. */
    public List<ClientLogin> logins() {
        return logins.all();
    }

    /** The first login with this common name, past or to come within the timeout. */
    public ClientLogin awaitLogin(String commonName, Duration timeout) throws InterruptedException, TimeoutException {
        return logins.await(commonName, timeout);
    }

    /** The next request of a path, such as {@code /inkan/v1/sessions}, meets a fault; faults of a path queue up. */
    public void answerNext(String path, Fault fault) {
        sites.faults().add(path, fault);
    }

    @Override
    public void close() throws IOException {
        try (folder) {
            server.close();
        }
    }
}
