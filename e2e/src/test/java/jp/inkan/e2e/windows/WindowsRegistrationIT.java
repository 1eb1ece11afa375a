package jp.inkan.e2e.windows;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import jp.inkan.e2e.host.HostProcess;
import jp.inkan.e2e.windows.WindowsPackage.Scope;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

@DisplayName("The commands register and unregister of the Windows host, in wine 8,")
@Timeout(240)
class WindowsRegistrationIT {
    private static final WindowsPackage BUILT = WindowsPackage.find();

    private static Wine pc;
    private static Registry registry;
    /** Laid down by hand. */
    private static Path portable;

    @BeforeAll
    static void unpackThePc(@TempDir Path temporary) throws IOException {
        pc = Wine.at(temporary.resolve("pc"));
        registry = new Registry(pc);
        portable = pc.driveC().resolve("Tools/印鑑　持ち運び");
        BUILT.copyTo(portable);
    }

    @AfterAll
    static void switchThePcOff() throws IOException {
        pc.close();
    }

    private static Wine.Ended inkan(String word, String browser) throws IOException {
        // A folder of the browser's makes no difference on Windows.
        return pc.run(portable.resolve("inkan.exe").toString(), word, "--browser", browser, "--user-data-dir", "C:\\profile");
    }

    private static String hosts(Scope scope, String software) {
        return scope.root() + "\\Software\\" + software + "\\NativeMessagingHosts";
    }

    private static String key(Scope scope, String software) {
        return hosts(scope, software) + "\\jp.inkan.host";
    }

    /** As a browser would. */
    private static void assertStarts(String manifest, Path launcher) throws IOException {
        JsonNode json = new ObjectMapper().readTree(pc.linuxPath(manifest).toFile());
        assertThat(json.path("name").asText()).isEqualTo("jp.inkan.host");
        assertThat(json.path("type").asText()).isEqualTo("stdio");
        assertThat(json.path("allowed_origins").toString()).contains("\"" + HostProcess.ORIGIN + "\"");
        // An MSI's manifest names what is beside it, as Chrome and Edge let it on Windows.
        String path = json.path("path").asText();
        assertThat(path.contains("\\") ? pc.linuxPath(path) : pc.linuxPath(manifest).resolveSibling(path)).isEqualTo(launcher);
        WindowsHost.welcomed(pc, pc.windowsPath(launcher)).close();
    }

    @ParameterizedTest
    @CsvSource({"chrome, Google\\Chrome", "edge, Microsoft\\Edge", "chromium, Chromium"})
    @DisplayName("tell a browser where the host is, once or twice, and take just that back; another program's host stays")
    void registers(String browser, String software) throws IOException {
        registry.set(hosts(Scope.USER, software) + "\\other.host", "path", "C:\\other.json");
        registry.set(hosts(Scope.MACHINE, software) + "\\other.host", "path", "C:\\other.json");

        inkan("register", browser).orThrow();
        assertThat(inkan("register", browser).orThrow().out()).startsWith("Registered: C:\\");
        String manifest = registry.value(key(Scope.USER, software)).orElseThrow();
        assertThat(pc.linuxPath(manifest)).isEqualTo(
                pc.localAppData().resolve("Inkan/NativeMessagingHosts/" + browser + "/jp.inkan.host.json"));
        assertThat(registry.has(key(Scope.MACHINE, software))).isFalse();
        assertStarts(manifest, portable.resolve("inkan-host.exe"));

        assertThat(inkan("unregister", browser).orThrow().out()).contains("Unregistered");
        assertThat(registry.has(key(Scope.USER, software))).isFalse();
        assertThat(pc.linuxPath(manifest)).doesNotExist();
        for (Scope scope : Scope.values()) {
            assertThat(registry.value(hosts(scope, software) + "\\other.host", "path")).contains("C:\\other.json");
        }
        assertThat(inkan("unregister", browser).orThrow().out()).contains("It wasn't registered there");
    }

    @ParameterizedTest
    @EnumSource
    @DisplayName("leave alone what an MSI has told a browser: register is refused, unregister takes back what was there before it")
    void besideAnMsi(Scope scope) throws IOException {
        inkan("register", "chrome").orThrow();
        pc.run("msiexec", "/i", pc.windowsPath(BUILT.msi(scope)), "/qn").orThrow();
        String installed = registry.value(key(scope, "Microsoft\\Edge")).orElseThrow();

        Wine.Ended refused = inkan("register", "edge");
        assertThat(refused.exitCode()).isEqualTo(1);
        assertThat(refused.err()).contains("The browser knows an installed host by now", installed);
        assertThat(inkan("unregister", "edge").orThrow().out()).contains("It wasn't registered there");
        assertThat(inkan("unregister", "chrome").orThrow().out()).contains("Unregistered");

        for (String software : List.of("Google\\Chrome", "Microsoft\\Edge")) {
            assertThat(registry.value(key(scope, software))).as(software).contains(installed);
            assertThat(registry.has(key(scope == Scope.USER ? Scope.MACHINE : Scope.USER, software))).as(software).isFalse();
        }
        assertStarts(installed, scope.programs(pc).resolve(BUILT.version()).resolve("inkan-host.exe"));
        pc.run("msiexec", "/x", pc.windowsPath(BUILT.msi(scope)), "/qn").orThrow();
    }
}
