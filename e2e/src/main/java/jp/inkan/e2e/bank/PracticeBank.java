package jp.inkan.e2e.bank;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.PublicKey;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.concurrent.TimeoutException;
import jp.inkan.e2e.bank.fault.Fault;
import jp.inkan.e2e.bank.pki.Authorities;
import jp.inkan.e2e.bank.pki.Authority;
import jp.inkan.e2e.bank.pki.ClientCertificates;
import jp.inkan.e2e.bank.pki.Pem;
import jp.inkan.e2e.bank.state.AtomicFile;
import jp.inkan.e2e.bank.state.BankClock;
import jp.inkan.e2e.bank.state.Institution;
import jp.inkan.e2e.bank.state.IssuedCertificate;
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
    private final ClientCertificates certificates;
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
        certificates = new ClientCertificates(BANK, clients);
        sites = new BankSites(BANK, clock, register, clients, certificates);
        server = BankServer.start(BANK, tlsRoot, clients, options.extraNames(), clock, logins, sites.byHost());
        AtomicFile.write(trustAnchor(), Pem.text(tlsRoot.certificate()).getBytes(StandardCharsets.US_ASCII));
        BankClock.Watcher tellHost = () -> new HostConfiguration(
                server.ports(), trustAnchor().toString(), clock.ahead().toSeconds(), options.throughProxy())
                .write(hostConfiguration());
        tellHost.moved();
        clock.watch(tellHost);
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

    /** Moves the bank's time and tells the host's configuration; no client's moves. A negative duration moves it back. */
    public void moveClock(Duration by) {
        try {
            clock.move(by);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Lets the bank's time differ from what the host's configuration says, as if one of the two PCs' clocks were wrong. */
    public void letClockGoWrong(Duration by) {
        clock.goWrong(by);
    }

    /** In the order in which they came. */
    public List<User> users() {
        return register.users();
    }

    /** A user with a contract of one's own, of whom nothing but the password is asked. */
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

    /** A master user with a contract of one's own; its confirmation password is {@link User#confirmationPassword()}. */
    public User addMaster() throws IOException {
        return register.addMaster();
    }

    /** A user of a master's contract, of whom nothing but the password is asked. */
    public User addUser(User master) throws IOException {
        return addUser(master, Plan.NOTHING_MORE);
    }

    /** @throws IllegalStateException if the contract has 100 login ids already */
    public User addUser(User master, Plan plan) throws IOException {
        return register.addUserTo(master.contract(), plan);
    }

    /** How many certificates a login id ever got. */
    public int issuedFor(String loginId) {
        return register.issuedTo(loginId).size();
    }

    /** The certificates that a login id ever got, in order. */
    public List<X509Certificate> certificatesOf(String loginId) {
        return register.issuedTo(loginId).stream().map(IssuedCertificate::certificate).toList();
    }

    /** The certificate that a customer got by renewing this one. */
    public Optional<X509Certificate> replacementOf(X509Certificate old) {
        return register.replacementOf(old.getSerialNumber()).map(IssuedCertificate::certificate);
    }

    /**
     * Issues a certificate as of some moment, without a request and whatever was issued before, so that a test has one
     * of any age. The customer's renewals and logins with it go by the bank's clock like all others.
     *
     * @param issuedAt from which on it is valid, to the second
     */
    public X509Certificate certify(User user, PublicKey key, Instant issuedAt) throws IOException {
        X509Certificate certificate = certificates.issue(user.loginId(), key, issuedAt);
        register.note(user.loginId(), certificate);
        return certificate;
    }

    /** Revokes every good certificate of a login id, as a master user does on the bank's pages. */
    public void revoke(String loginId) throws IOException {
        register.revoke(loginId, clock.instant());
    }

    /** Revokes one certificate and no other. */
    public void revoke(X509Certificate certificate) throws IOException {
        register.revoke(certificate.getSerialNumber(), clock.instant());
    }

    /** Every TLS handshake that a client completed with a certificate, since the start. */
    public List<ClientLogin> logins() {
        return logins.all();
    }

    /** The first login with this common name, past or to come within the timeout. */
    public ClientLogin awaitLogin(String commonName, Duration timeout) throws InterruptedException, TimeoutException {
        return logins.await(commonName, timeout);
    }

    /**
     * The next request of a path, such as {@code /inkan/v1/sessions}, meets a fault; faults of a path queue up. Paths
     * are those of both hosts.
     */
    public void answerNext(String path, Fault fault) {
        sites.faults().add(path, fault);
    }

    /** Whether every fault of that path has met its request. */
    public boolean allMet(String path) {
        return sites.faults().allMet(path);
    }

    @Override
    public void close() throws IOException {
        try (folder) {
            server.close();
        }
    }
}
