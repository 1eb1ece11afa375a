package jp.inkan.e2e.windows;

import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;

/**
 * A Windows PC of wine's (Debian's wine 8), in a folder of its own: {@code drive_c} and a registry. A PC in Japan (code
 * page 932, Japan's time) of 64 bits, without a display, .NET and HTML. What runs here has run in wine; it hasn't run on Windows.
 */
public final class Wine implements AutoCloseable {
    private static final String PROGRAM = "wine";
    private static final String SERVER = "wineserver";
    private static final String LOCALE = "ja_JP.UTF-8";
    /** A first start under load takes half a minute. */
    private static final long PATIENCE_SECONDS = 180;

    private final Path prefix;
    /** The DLLs, without their ending, that come from the prefix rather than from wine. */
    private final TreeSet<String> laidIn = new TreeSet<>();
    private Path localAppData;

    private Wine(Path prefix) {
        this.prefix = prefix;
        localAppData = user().resolve("AppData/Local");
    }

    /** @param prefix a folder that isn't there yet, or one of an earlier PC, whose server has ended */
    public static Wine at(Path prefix) throws IOException {
        var wine = new Wine(prefix.toAbsolutePath());
        Files.createDirectories(wine.locales());
        // wine has the code page of the locale; this machine may not have Japan's.
        run(new ProcessBuilder("localedef", "-i", "ja_JP", "-f", "UTF-8", wine.locales().resolve(LOCALE).toString())).orThrow();
        if (wine.run("wineboot", "--init").exitCode() != 0) {
            // On a busy machine the very first program, whose start makes the drive, now and then doesn't find wine's DLLs there yet.
            wine.run("wineboot", "--init").orThrow();
        }
        return wine;
    }

    /** What a Windows program needs around it. */
    public Map<String, String> environment() {
        String dlls = laidIn.stream().map(dll -> ";" + dll + "=n").collect(Collectors.joining());
        // wine lays links into the user's home and his desktop's menu: not into the tester's.
        return Map.of(
                "WINEPREFIX", prefix.toString(), "WINEARCH", "win64", "WINEDEBUG", "-all", "HOME", prefix + "-home",
                "WINEDLLOVERRIDES", "mscoree=;mshtml=;winemenubuilder.exe=" + dlls,
                "LOCPATH", locales().toString(), "LC_ALL", LOCALE, "TZ", "Asia/Tokyo");
    }

    private Path locales() {
        return Path.of(prefix + "-home", "locale");
    }

    /** A Windows program, ready to be started; its pipes are those of the process.
     * @param command the program, by a path of Windows or Linux or one of wine's own by name, and its arguments */
    public ProcessBuilder command(String... command) {
        var words = new ArrayList<>(List.of(PROGRAM));
        words.addAll(List.of(command));
        var builder = new ProcessBuilder(words);
        builder.environment().putAll(environment());
        // A window that nobody sees could only be waited for.
        builder.environment().remove("DISPLAY");
        return builder;
    }

    /** Runs a Windows program to its end. */
    public Ended run(String... command) throws IOException {
        return run(command(command));
    }

    /** Runs it to its end, or {@link #PATIENCE_SECONDS}. */
    public static Ended run(ProcessBuilder builder) throws IOException {
        Path out = Files.createTempFile("wine", ".out");
        Path err = Files.createTempFile("wine", ".err");
        try {
            // Into files: what it leaves running may hold a pipe open.
            Process process = builder.redirectOutput(out.toFile()).redirectError(err.toFile()).start();
            process.getOutputStream().close();
            if (!process.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
                process.destroyForcibly();
                throw new IOException("It doesn't end: " + builder.command());
            }
            return new Ended(process.exitValue(), Files.readAllBytes(out), Files.readAllBytes(err));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("Interrupted", e);
        } finally {
            Files.delete(out);
            Files.delete(err);
        }
    }

    /** Puts a DLL in the place of wine's own; programs that start from now on load it. */
    public void layIn(Path dll) throws IOException {
        String name = dll.getFileName().toString();
        Files.copy(dll, driveC().resolve("windows/system32").resolve(name), StandardCopyOption.REPLACE_EXISTING);
        laidIn.add(name.replaceFirst("\\.dll$", ""));
    }

    public Path driveC() {
        return prefix.resolve("drive_c");
    }

    /** {@code %LOCALAPPDATA%} of the user that the PC has. */
    public Path localAppData() {
        return localAppData;
    }

    /** As for a user whose folder is elsewhere; of programs that start from now on, until the PC is switched off. */
    public void moveLocalAppData(Path folder) throws IOException {
        Files.createDirectories(folder);
        // wine takes it from there, whatever the starter's environment says.
        new Registry(this).set("HKCU\\Volatile Environment", "LOCALAPPDATA", windowsPath(folder));
        localAppData = folder;
    }

    /** {@code %USERPROFILE%}. */
    public Path user() {
        return driveC().resolve("users").resolve(System.getProperty("user.name"));
    }

    /** As Windows names a file: {@code C:\…} of what is on the PC, {@code Z:\…} of the rest. */
    public String windowsPath(Path file) {
        Path absolute = file.toAbsolutePath();
        return absolute.startsWith(driveC())
                ? "C:\\" + driveC().relativize(absolute).toString().replace('/', '\\')
                : "Z:" + absolute.toString().replace('/', '\\');
    }

    /** @param windows a path on the PC's drive C: */
    public Path linuxPath(String windows) {
        if (!windows.startsWith("C:\\")) {
            throw new IllegalArgumentException("Not on drive C: " + windows);
        }
        return driveC().resolve(windows.substring("C:\\".length()).replace('\\', '/'));
    }

    /** Ends every program of this PC, and only of this one. */
    @Override
    public void close() throws IOException {
        server("-k");
        server("-w");
    }

    private void server(String option) throws IOException {
        var builder = new ProcessBuilder(SERVER, option);
        builder.environment().putAll(environment());
        // Its exit code says whether there was one.
        run(builder);
    }

    /** How a program ended.
     * @param exitCode modulo 256, as Linux keeps it */
    public record Ended(int exitCode, byte[] outBytes, byte[] errBytes) {
        /** What a program of Windows' own writes. */
        public static final Charset WINDOWS = Charset.forName("MS932");

        public String out() {
            return new String(outBytes, StandardCharsets.UTF_8);
        }

        public String err() {
            return new String(errBytes, StandardCharsets.UTF_8);
        }

        /** @throws IOException if its exit code isn't 0 */
        public Ended orThrow() throws IOException {
            if (exitCode != 0) {
                throw new IOException("Exit code " + exitCode + ": " + out() + err());
            }
            return this;
        }
    }
}
