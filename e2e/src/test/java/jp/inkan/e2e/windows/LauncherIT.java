package jp.inkan.e2e.windows;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayName("The Windows launcher, in wine and from a folder with spaces, Japanese and U+3000 in its name,")
@Timeout(value = 5, unit = TimeUnit.MINUTES)
class LauncherIT {
    private static final String LAUNCHER = "inkan-host.exe";

    @TempDir
    private static Path temporary;

    private static Wine pc;
    private static Path folder;

    @BeforeAll
    static void layOut() throws IOException {
        pc = Wine.at(temporary.resolve("pc"));
        folder = pc.driveC().resolve("Program Files/印鑑　テスト ②");
        EchoHost.layOut(folder);
    }

    @AfterAll
    static void end() throws IOException {
        pc.close();
    }

    @AfterEach
    void forget() throws IOException {
        Files.deleteIfExists(log());
    }

    private static Path log() {
        return pc.localAppData().resolve("Inkan/ApplicationLog.log");
    }

    private static ProcessBuilder launcher(String... arguments) {
        return launcherIn(folder, arguments);
    }

    private static ProcessBuilder launcherIn(Path folder, String... arguments) {
        String[] command = new String[arguments.length + 1];
        command[0] = folder.resolve(LAUNCHER).toString();
        System.arraycopy(arguments, 0, command, 1, arguments.length);
        return pc.command(command);
    }

    private static List<String> lines(Wine.Ended ended) throws IOException {
        return List.of(ended.orThrow().out().split("\n"));
    }

    @Test
    @DisplayName("passes the arguments on as they are: quotes, backslashes, blanks, Japanese, and none at all")
    void arguments() throws IOException {
        String[] given = {"tell", "chrome-extension://abc/", "--parent-window=0", "a b", "", "\"q\"", "back\\slash\\", "日本語　①"};
        assertThat(lines(Wine.run(launcher(given)))).filteredOn(line -> line.startsWith("argument="))
                .containsExactlyElementsOf(Arrays.stream(given).map(argument -> "argument=" + argument).toList());
    }

    @Test
    @DisplayName("tells the host where it is, and that it knows no browser that Windows doesn't know")
    void tellsTheHost() throws IOException {
        assertThat(lines(Wine.run(launcher("tell")))).contains(
                "inkan.launcher=C:\\Program Files\\印鑑　テスト ②\\inkan-host.exe", "stdout.encoding=UTF-8", "inkan.browser=unknown");
    }

    @Test
    @DisplayName("tells the host which run of which program started it, be it through cmd.exe")
    void tellsTheBrowser() throws IOException {
        // A host in the browser's place.
        List<String> told = lines(Wine.run(launcher("browse"))).stream().map(String::strip).toList();
        String browser = told.getFirst().replaceFirst("browser=", "");
        assertThat(browser).matches("[0-9]+-[0-9]{13}");
        assertThat(told).as("of both: %s", told).filteredOn(line -> line.startsWith("inkan.browser="))
                .containsExactly("inkan.browser=" + browser, "inkan.browser=" + browser);
    }

    @Test
    @DisplayName("keeps from the host what would make a JVM talk")
    void noJavaOptions() throws IOException {
        ProcessBuilder builder = launcher("tell");
        for (String variable : List.of("JAVA_TOOL_OPTIONS", "JDK_JAVA_OPTIONS", "_JAVA_OPTIONS")) {
            builder.environment().put(variable, "-Dtool=heard");
        }
        Wine.Ended told = Wine.run(builder);
        assertThat(lines(told)).contains("tool=null", "JAVA_TOOL_OPTIONS=null", "JDK_JAVA_OPTIONS=null", "_JAVA_OPTIONS=null");
        assertThat(told.err()).doesNotContain("Picked up", "heard");
    }

    @Test
    @DisplayName("carries a frame of 900 kB with Japanese text there and back, byte for byte, and ends when the port closes")
    void largeFrame() throws IOException, InterruptedException {
        byte[] body = "電子証明書　①𠮷".repeat(37_500).getBytes(StandardCharsets.UTF_8);
        byte[] frame = ByteBuffer.allocate(4 + body.length).order(ByteOrder.LITTLE_ENDIAN).putInt(body.length).put(body).array();
        assertThat(frame.length).isGreaterThan(900_000);
        Process launcher = launcher("echo").redirectError(ProcessBuilder.Redirect.DISCARD).start();
        CompletableFuture<Void> written = CompletableFuture.runAsync(() -> {
            try (var out = launcher.getOutputStream()) {
                out.write(frame);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        });
        assertThat(launcher.getInputStream().readAllBytes()).isEqualTo(frame);
        written.join();
        assertThat(launcher.waitFor()).isZero();
    }

    @Test
    @DisplayName("ends with its host, with the same exit code, and leaves a line in the log if that isn't 0")
    void endsWithTheHost() throws IOException {
        assertThat(Wine.run(launcher("end", "0")).exitCode()).isZero();
        assertThat(log()).doesNotExist();
        assertThat(Wine.run(launcher("end", "7")).exitCode()).isEqualTo(7);
        assertThat(Files.readString(log())).matches("[0-9T:.-]+Z ERROR \\[main\\] launcher - .*\\(7\\)\n");
    }

    @Test
    @DisplayName("takes its host along when it is killed")
    void takesTheHostAlong() throws Exception {
        String word = "stay-" + UUID.randomUUID();
        Process launcher = launcher("stay", word).redirectError(ProcessBuilder.Redirect.DISCARD).start();
        assertThat(launcher.getInputStream().read()).isEqualTo('r');
        List<ProcessHandle> both = ProcessHandle.allProcesses()
                .filter(process -> process.info().commandLine().orElse("").contains(word)).toList();
        assertThat(both).hasSize(2);
        launcher.destroyForcibly();
        for (ProcessHandle process : both) {
            // It would stay for ever.
            process.onExit().get(1, TimeUnit.MINUTES);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"runtime/bin/java.exe", "runtime/bin/server/jvm.dll", "runtime/lib/modules", "lib"})
    @DisplayName("says in the log what is missing, and ends with 100")
    void missing(String part, @TempDir Path elsewhere) throws IOException {
        Path broken = elsewhere.resolve("inkan");
        Files.createDirectories(broken.resolve("lib"));
        for (String file : List.of("runtime/bin/java.exe", "runtime/bin/server/jvm.dll", "runtime/lib/modules", LAUNCHER)) {
            Files.createDirectories(broken.resolve(file).getParent());
            Files.copy(folder.resolve(file), broken.resolve(file));
        }
        Files.delete(broken.resolve(part));
        Wine.Ended ended = Wine.run(launcherIn(broken, "tell"));
        assertThat(ended.exitCode()).isEqualTo(100);
        assertThat(ended.out()).isEmpty();
        assertThat(Files.readString(log())).contains(" ERROR [main] launcher - A part of the host is missing", part.replace('/', '\\'))
                .hasLineCount(1);
    }

    @Test
    @DisplayName("says in the log that Windows doesn't start the runtime, and ends with 101")
    void refused(@TempDir Path elsewhere) throws IOException {
        Path broken = elsewhere.resolve("inkan");
        EchoHost.layOut(broken);
        Files.writeString(broken.resolve("runtime/bin/java.exe"), "no program");
        Wine.Ended ended = Wine.run(launcherIn(broken, "tell"));
        assertThat(ended.exitCode()).isEqualTo(101);
        assertThat(ended.out()).isEmpty();
        assertThat(Files.readString(log())).contains("Windows doesn't start the Java runtime").hasLineCount(1);
    }

    @Test
    @DisplayName("says in the log that the runtime ended, where the runtime itself gives up; nothing of it gets between the frames")
    void givesUp(@TempDir Path elsewhere) throws IOException {
        Path broken = elsewhere.resolve("inkan");
        EchoHost.layOut(broken);
        Files.writeString(broken.resolve("runtime/lib/modules"), "no modules");
        Wine.Ended ended = Wine.run(launcherIn(broken, "tell"));
        assertThat(ended.exitCode()).isEqualTo(1);
        assertThat(ended.out()).isEmpty();
        assertThat(Files.readString(log())).contains("The host ended with an exit code").hasLineCount(1);
    }

    @Test
    @DisplayName("has no console, but for people; an icon, a version, and a manifest with long paths and UTF-8")
    void resources() throws IOException {
        WindowsPackage built = WindowsPackage.find();
        assertThat(Portable.executable(built.folder().resolve(LAUNCHER)).subsystem()).isEqualTo(Portable.WINDOWS);
        assertThat(Portable.executable(built.folder().resolve("inkan.exe")).subsystem()).isEqualTo(Portable.CONSOLE);
        for (String launcher : List.of(LAUNCHER, "inkan.exe")) {
            byte[] file = Files.readAllBytes(built.folder().resolve(launcher));
            assertThat(new String(file, StandardCharsets.ISO_8859_1)).contains("<longPathAware", "<activeCodePage");
            assertThat(new String(file, StandardCharsets.UTF_16LE) + new String(file, 1, file.length - 1, StandardCharsets.UTF_16LE))
                    .contains("ProductVersion", built.version(), "電子証明書", launcher);
        }
    }
}
