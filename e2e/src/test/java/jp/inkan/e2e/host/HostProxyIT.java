package jp.inkan.e2e.host;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import jp.inkan.e2e.SharedBank;
import jp.inkan.e2e.bank.PracticeBank;
import jp.inkan.e2e.bank.state.User;
import jp.inkan.e2e.browser.Profile;
import jp.inkan.e2e.proxy.Admission;
import jp.inkan.e2e.proxy.FreePort;
import jp.inkan.e2e.proxy.GnomeProxySettings;
import jp.inkan.e2e.proxy.NtlmProxy;
import jp.inkan.e2e.proxy.Passage;
import jp.inkan.e2e.proxy.SessionBus;
import jp.inkan.e2e.proxy.Squid;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** The packaged host and the practice bank, with a real squid between them. */
@DisplayName("A host in an office with a proxy")
@Timeout(60)
class HostProxyIT {
    private static final String USER = "office-taro";
    private static final String PASSWORD = "kaki-no-ki-8";

    @TempDir
    private Path folder;

    private final PracticeBank bank = SharedBank.get();
    private Profile profile;
    private User user;
    private Map<String, String> environment;

    @BeforeEach
    void profile() throws IOException {
        profile = Profile.create(folder, bank);
        user = bank.addUser();
        environment = new HashMap<>(profile.environment());
        for (String name : List.of("https_proxy", "all_proxy", "no_proxy")) {
            environment.put(name, "");
            environment.put(name.toUpperCase(Locale.ROOT), "");
        }
        var json = new ObjectMapper();
        var configuration = (ObjectNode) json.readTree(bank.hostConfiguration().toFile());
        Path file = folder.resolve("through-proxy.json");
        json.writeValue(file.toFile(), configuration.put("throughProxy", true));
        environment.put("INKAN_CONFIG", file.toString());
    }

    private Squid squid(Admission admission) throws IOException {
        return Squid.start(admission, bank.ports().keySet());
    }

    /** @return how an issue ended, or what it asked after the bank's sign-in */
    private JsonNode issue(String proxy) throws Exception {
        environment.put("https_proxy", proxy);
        return issue();
    }

    private JsonNode issue() throws Exception {
        try (HostProcess host = HostProcess.welcomed(environment, folder.resolve("stderr"))) {
            return host.issue(user.loginId(), user.password());
        }
    }

    private void assertDone(JsonNode message) {
        assertThat(message.path("type").asText()).as("%s", message).isEqualTo("done");
        assertThat(bank.issuedFor(user.loginId())).isEqualTo(1);
    }

    private void assertFailed(JsonNode message, String reason) {
        assertThat(message.path("reason").asText()).as("%s", message).isEqualTo(reason);
        assertThat(bank.issuedFor(user.loginId())).isZero();
    }

    private void assertWentThrough(Squid squid, String as) throws IOException {
        String name = HostProcess.PRACTICE_ORIGIN.replace("https://", "");
        assertThat(squid.awaitPassages(2))
                .containsOnly(new Passage("CONNECT", name + ":" + bank.ports().get(name), as, 200));
    }

    private void assertNothingLogged() throws IOException {
        String basic = Base64.getEncoder().encodeToString((USER + ":" + PASSWORD).getBytes(StandardCharsets.UTF_8));
        assertThat(Files.readString(profile.log())).doesNotContain(PASSWORD, basic);
        assertThat(folder.resolve("stderr")).isEmptyFile();
    }

    @Test
    @DisplayName("lets nothing between the frames of what the desktop's library prints, told to do so")
    void printingLibrary() throws Exception {
        environment.put("G_MESSAGES_DEBUG", "all");
        assertDone(issue());
        assertThat(folder.resolve("stderr")).content().contains("DEBUG");
    }

    @Test
    @DisplayName("reaches the bank through one that lets everybody through")
    void open() throws Exception {
        try (Squid squid = squid(new Admission.Open())) {
            assertDone(issue(squid.url()));
            assertWentThrough(squid, "-");
        }
    }

    @Test
    @DisplayName("reaches the bank through one that asks in Basic")
    void basic() throws Exception {
        try (Squid squid = squid(new Admission.Basic(USER, PASSWORD))) {
            assertDone(issue(squid.url(USER, PASSWORD)));
            assertWentThrough(squid, USER);
            assertNothingLogged();
        }
    }

    @Test
    @DisplayName("reaches the bank through one that asks in Digest")
    void digest() throws Exception {
        try (Squid squid = squid(new Admission.Digest(USER, PASSWORD))) {
            assertDone(issue(squid.url(USER, PASSWORD)));
            assertWentThrough(squid, USER);
            assertNothingLogged();
        }
    }

    @Test
    @DisplayName("isn't let through with a wrong password, and the bank hears nothing")
    void wrong() throws Exception {
        for (Admission admission : List.of(new Admission.Basic(USER, "another"), new Admission.Digest(USER, "another"))) {
            try (Squid squid = squid(admission)) {
                JsonNode message = issue(squid.url(USER, PASSWORD));
                JsonNode why = message.path("type").asText().equals("prompt") ? message.path("problem") : message;
                assertFailed(why, "proxy-credentials");
                assertThat(why.path("code").asText()).isEqualTo("G009e");
                assertThat(squid.passages()).extracting(Passage::status).containsOnly(407);
                assertNothingLogged();
            }
        }
    }

    @Test
    @DisplayName("says so where the proxy forbids the bank, and where it is down")
    void noWay() throws Exception {
        try (Squid squid = squid(new Admission.Forbidden())) {
            assertFailed(issue(squid.url()), "proxy-unreachable");
            assertThat(squid.passages()).extracting(Passage::status).containsExactly(403);
        }
        assertFailed(issue("http://127.0.0.1:" + FreePort.find()), "proxy-unreachable");
    }

    @Test
    @DisplayName("says so where the proxy takes Windows logins alone")
    void ntlm() throws Exception {
        try (NtlmProxy proxy = NtlmProxy.start()) {
            assertFailed(issue(proxy.url()), "proxy-unsupported");
        }
    }

    @Test
    @DisplayName("goes past it to a bank that no_proxy names")
    void exception() throws Exception {
        try (Squid squid = squid(new Admission.Open())) {
            environment.put("no_proxy", "localhost, .anser.ne.jp");
            assertDone(issue(squid.url()));
            assertThat(squid.passages()).isEmpty();
        }
    }

    @Test
    @DisplayName("practises on this machine, though the settings name a proxy elsewhere")
    void elsewhere() throws Exception {
        assertDone(issue("http://192.0.2.1:8080"));
    }

    @Test
    @DisplayName("finds it by the PAC file of the desktop's settings, the second of the list where the first is down")
    void pac() throws Exception {
        try (Squid squid = squid(new Admission.Open())) {
            environment.putAll(GnomeProxySettings.automatic(
                    Path.of(environment.get("XDG_CONFIG_HOME")), List.of(FreePort.find(), squid.port())));
            try (SessionBus bus = SessionBus.start(environment)) {
                environment.put("DBUS_SESSION_BUS_ADDRESS", bus.address());
                assertDone(issue());
                assertWentThrough(squid, "-");
            }
        }
    }
}
