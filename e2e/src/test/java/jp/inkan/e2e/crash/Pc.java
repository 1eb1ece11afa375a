package jp.inkan.e2e.crash;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.cert.X509Certificate;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import jp.inkan.e2e.Held;
import jp.inkan.e2e.bank.state.User;
import jp.inkan.e2e.browser.Commands;
import jp.inkan.e2e.browser.Product;
import jp.inkan.e2e.browser.Profile;
import jp.inkan.e2e.host.HostProcess;

/** One user's PC, at which something is to be cut off, and what must be true of it afterwards. */
final class Pc {
    private final RestartableBank bank;
    private final Path folder;
    private final Job job;
    private final Profile profile;
    private final User user;
    private final Held old;

    Pc(RestartableBank bank, Path folder, Job job) throws IOException {
        this.bank = bank;
        this.folder = folder;
        this.job = job;
        profile = Profile.create(folder, bank.now());
        user = bank.now().addUser();
        old = job == Job.RENEWAL ? Held.since(Held.RENEWABLE, user, bank.now(), profile) : null;
    }

    Map<String, String> environment() {
        return profile.environment();
    }

    Path database() {
        return Path.of(profile.keyStore().substring("sql:".length()));
    }

    /** Starts a host that takes the browser's part seriously. */
    HostProcess host(Map<String, String> environment, String name) {
        return HostProcess.start(environment, folder.resolve(name + ".stderr"), HostProcess.ORIGIN);
    }

    /** Does the job, or as much of it as the host lives for. */
    void doJob(HostProcess host) {
        try {
            host.hello();
            work(host);
        } catch (UncheckedIOException e) {
            // The host is gone, which is what was wanted.
        }
    }

    /** The same in a second browser, which has its host already. */
    void doJobAgain(HostProcess host) {
        try {
            work(host);
        } catch (UncheckedIOException e) {
            throw new AssertionError("The second host is gone", e);
        }
    }

    private JsonNode work(HostProcess host) {
        return job == Job.ISSUE ? host.issue(user.loginId(), user.password()) : host.renew(old.id(), user.password());
    }

    /** What the user's next start finds, and does if there is still something to do. */
    void goOn() throws IOException {
        Commands.run(environment(), Product.find().launcher().toString(), "resume");
        assertThat(journal()).isEmpty();
        try (HostProcess host = HostProcess.welcomed(environment(), folder.resolve("later.stderr"))) {
            if (usable(host).isEmpty()) {
                HostProcess.assertDone(work(host));
            }
            assertThat(usable(host)).hasSize(1);
        }
    }

    /** The ids of the certificates that the job was to give. */
    private List<String> usable(HostProcess host) {
        host.send("{'type':'list','id':'l','institution':'9999','origin':'" + HostProcess.PRACTICE_ORIGIN + "'}");
        return StreamSupport.stream(host.receive().path("certificates").spliterator(), false)
                .map(each -> each.path("id").asText())
                .filter(id -> old == null || !id.equals(old.id()))
                .toList();
    }

    /** Exactly one certificate, which logs in; no second one at the bank; no key left over; no secret on the disk. */
    void assertWhole() throws Exception {
        List<X509Certificate> issued = bank.now().certificatesOf(user.loginId());
        assertThat(issued).hasSize(job == Job.ISSUE ? 1 : 2);
        assertThat(new NssLogin(profile, bank.now()).with(issued.getLast())).startsWith(user.loginId() + " ");
        assertThat(certificatesWithKeys()).isEqualTo(job == Job.ISSUE ? 1 : 2);
        assertThat(keys()).noneMatch(key -> key.contains("orphan")).hasSize(job == Job.ISSUE ? 1 : 2);
        assertThat(journal()).isEmpty();
        assertNoSecrets();
    }

    private List<Path> journal() throws IOException {
        Path journal = profile.log().resolveSibling("journal");
        if (!Files.exists(journal)) {
            return List.of();
        }
        try (Stream<Path> files = Files.list(journal)) {
            return files.filter(file -> !file.toString().endsWith(".draft")).toList();
        }
    }

    private long certificatesWithKeys() {
        String listing = Commands.run(environment(), "certutil", "-L", "-d", profile.keyStore());
        assertThat(listing).doesNotContain("inkan-pending");
        return listing.lines().filter(line -> line.contains("u,u,u")).count();
    }

    private List<String> keys() {
        return Commands.run(environment(), "certutil", "-K", "-d", profile.keyStore()).lines()
                .filter(line -> line.contains("rsa")).toList();
    }

    private void assertNoSecrets() throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                assertThat(new String(Files.readAllBytes(file), StandardCharsets.ISO_8859_1)).as(file.toString())
                        .doesNotContain(user.password());
            }
        }
    }
}
