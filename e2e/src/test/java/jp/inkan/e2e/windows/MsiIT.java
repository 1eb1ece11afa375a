package jp.inkan.e2e.windows;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import jp.inkan.e2e.host.HostProcess;
import jp.inkan.e2e.windows.WindowsPackage.Scope;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

@DisplayName("The MSI, in wine,")
@Timeout(value = 10, unit = TimeUnit.MINUTES)
class MsiIT {
    private static final WindowsPackage BUILT = WindowsPackage.find();
    private static final String NEXT_VERSION = "99.1.0";
    private static final List<String> BROWSERS = List.of("Google\\Chrome", "Microsoft\\Edge");
    /** ERROR_INSTALL_FAILURE, modulo 256. */
    private static final int FAILED = 1603 % 256;

    @TempDir
    private static Path temporary;

    @TempDir
    private Path ownFolder;

    private Wine pc;
    private Registry registry;

    @BeforeAll
    static void buildTheNextVersion() throws IOException {
        for (Scope scope : Scope.values()) {
            Wine.run(new ProcessBuilder(WindowsPackage.tool("msi").toString(), BUILT.folder().toString(), NEXT_VERSION, scope.word(),
                    WindowsPackage.ICON.toString(), next(scope).toString())).orThrow();
        }
    }

    private static Path next(Scope scope) {
        return temporary.resolve("next-" + scope.word() + ".msi");
    }

    @BeforeEach
    void unpackThePc() throws IOException {
        pc = Wine.at(ownFolder.resolve("pc"));
        registry = new Registry(pc);
    }

    @AfterEach
    void switchThePcOff() throws IOException {
        pc.close();
    }

    private Wine.Ended msiexec(String option, Path msi, String... properties) throws IOException {
        return pc.run(Stream.concat(Stream.of("msiexec", option, pc.windowsPath(msi), "/qn"), Stream.of(properties)).toArray(String[]::new));
    }

    private static String key(Scope scope, String browser) {
        return scope.root() + "\\Software\\" + browser + "\\NativeMessagingHosts\\jp.inkan.host";
    }

    /** Where a browser would look for the host. */
    private Path manifest(Scope scope, String browser) throws IOException {
        return pc.linuxPath(registry.value(key(scope, browser)).orElseThrow());
    }

    /** Both browsers are told of this version and no other, and the host that they would start answers. */
    private void assertInstalled(Scope scope, String version) throws IOException {
        Path folder = scope.programs(pc).resolve(version);
        assertThat(WindowsPackage.files(folder)).isEqualTo(BUILT.files());
        for (String browser : BROWSERS) {
            Path manifest = manifest(scope, browser);
            assertThat(manifest).isEqualTo(folder.resolve("jp.inkan.host.json"));
            var json = new ObjectMapper().readTree(manifest.toFile());
            assertThat(json.path("allowed_origins").toString()).contains(HostProcess.ORIGIN);
            WindowsHost.welcomed(pc, pc.windowsPath(manifest.resolveSibling(json.path("path").asText()))).close();
        }
        assertThat(menu()).containsExactly("Inkan 証明書の一覧 (certificates).lnk");
    }

    private void assertNotInstalled(Scope scope) throws IOException {
        assertThat(scope.programs(pc)).doesNotExist();
        assertThat(menu()).isEmpty();
        for (String browser : BROWSERS) {
            assertThat(registry.has(key(scope, browser))).isFalse();
        }
        assertThat(registry.has(scope.root() + "\\Software\\Inkan")).isFalse();
        assertThat(registry.has(uninstallKey(BUILT.msi(scope)))).isFalse();
    }

    /** Everybody's and the user's: wine takes the user's in either case. */
    private List<String> menu() throws IOException {
        return Stream.of(pc.user().resolve("AppData/Roaming"), pc.driveC().resolve("ProgramData"))
                .flatMap(folder -> entries(folder.resolve("Microsoft/Windows/Start Menu")))
                .filter(name -> name.endsWith(".lnk")).toList();
    }

    private static Stream<String> entries(Path folder) {
        try {
            return WindowsPackage.files(folder).stream().map(file -> Path.of(file).getFileName().toString());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String uninstallKey(Path msi) throws IOException {
        String properties = Wine.run(new ProcessBuilder("msiinfo", "export", msi.toString(), "Property")).orThrow().out();
        String product = properties.lines().filter(line -> line.startsWith("ProductCode\t")).findFirst().orElseThrow().strip().split("\t")[1];
        return "HKLM\\Software\\Microsoft\\Windows\\CurrentVersion\\Uninstall\\" + product;
    }

    @ParameterizedTest
    @EnumSource
    @DisplayName("lays down every file, tells Chrome and Edge, and starts with its archive on a PC in Japan")
    void installs(Scope scope) throws IOException {
        msiexec("/i", BUILT.msi(scope)).orThrow();
        assertInstalled(scope, BUILT.version());
        assertThat(registry.value(uninstallKey(BUILT.msi(scope)), "DisplayVersion")).contains(BUILT.version());
        assertThat(registry.value(uninstallKey(BUILT.msi(scope)), "DisplayName").orElseThrow()).contains("Inkan").contains("印鑑");
        for (String browser : BROWSERS) {
            assertThat(registry.has(key(scope == Scope.USER ? Scope.MACHINE : Scope.USER, browser))).isFalse();
        }
        // "on": Java doesn't start if the archive doesn't fit.
        assertThat(Archive.runWith(pc, scope.programs(pc).resolve(BUILT.version()), "on").exitCode()).isZero();
    }

    @ParameterizedTest
    @EnumSource
    @DisplayName("takes all that it wrote away again, but neither certificates nor keys nor what the host itself wrote")
    void removes(Scope scope) throws IOException {
        String certificates = "HKCU\\Software\\Microsoft\\SystemCertificates\\MY\\Certificates\\0123";
        Path key = pc.user().resolve("AppData/Roaming/Microsoft/Crypto/Keys/0123");
        registry.set(certificates, "Blob", "certificate");
        Files.createDirectories(key.getParent());
        Files.writeString(key, "key");
        Set<String> before = WindowsPackage.files(pc.driveC());
        msiexec("/i", BUILT.msi(scope)).orThrow();
        assertInstalled(scope, BUILT.version());
        msiexec("/x", BUILT.msi(scope)).orThrow();
        assertNotInstalled(scope);
        assertThat(registry.value(certificates, "Blob")).contains("certificate");
        assertThat(key).hasContent("key");
        assertThat(WindowsPackage.files(pc.driveC())).containsAll(before)
                .filteredOn(file -> !before.contains(file)).allMatch(file -> file.contains("/AppData/Local/Inkan/"), "a file of the host's own");
    }

    @ParameterizedTest
    @EnumSource
    @DisplayName("puts a newer version in the old one's place, of which nothing is left")
    void upgrades(Scope scope) throws IOException {
        msiexec("/i", BUILT.msi(scope)).orThrow();
        msiexec("/i", next(scope)).orThrow();
        assertInstalled(scope, NEXT_VERSION);
        assertThat(scope.programs(pc).resolve(BUILT.version())).doesNotExist();
        assertThat(registry.has(uninstallKey(BUILT.msi(scope)))).isFalse();
        msiexec("/x", next(scope)).orThrow();
        assertNotInstalled(scope);
    }

    @ParameterizedTest
    @EnumSource
    @DisplayName("does so while a browser's host is running, which works on; the next host is the new one, and whole")
    void upgradesUnderway(Scope scope) throws IOException {
        msiexec("/i", BUILT.msi(scope)).orThrow();
        Path old = scope.programs(pc).resolve(BUILT.version());
        try (HostProcess running = WindowsHost.welcomed(pc, pc.windowsPath(old.resolve("inkan-host.exe")))) {
            msiexec("/i", next(scope)).orThrow();
            assertInstalled(scope, NEXT_VERSION);
            running.send("{'type':'list','id':'l','institution':'9999','origin':'" + HostProcess.PRACTICE_ORIGIN + "'}");
            assertThat(running.receive().path("type").asText()).isEqualTo("certificates");
        }
        // What it had open. Windows Installer has such files deleted at the next start of Windows; wine doesn't.
        assertThat(WindowsPackage.files(old)).allMatch(file -> file.matches(".*\\.(exe|dll|jar)|runtime/lib/modules|host\\.aot"));
    }

    @ParameterizedTest
    @EnumSource
    @DisplayName("refuses to put an older version in a newer one's place")
    void refusesDowngrades(Scope scope) throws IOException {
        msiexec("/i", next(scope)).orThrow();
        assertThat(msiexec("/i", BUILT.msi(scope)).exitCode()).isEqualTo(FAILED);
        assertInstalled(scope, NEXT_VERSION);
        assertThat(scope.programs(pc).resolve(BUILT.version())).doesNotExist();
    }

    @ParameterizedTest
    @EnumSource
    @DisplayName("repairs: files that are gone and what the browsers were told")
    void repairs(Scope scope) throws IOException {
        msiexec("/i", BUILT.msi(scope)).orThrow();
        Path folder = scope.programs(pc).resolve(BUILT.version());
        Files.delete(folder.resolve("inkan-host.exe"));
        Files.delete(folder.resolve("runtime/lib/modules"));
        for (String browser : BROWSERS) {
            registry.delete(key(scope, browser));
        }
        // As msiexec /famus does on Windows; wine's can't.
        msiexec("/i", BUILT.msi(scope), "REINSTALL=ALL", "REINSTALLMODE=amus").orThrow();
        assertInstalled(scope, BUILT.version());
    }
}
