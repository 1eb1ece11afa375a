package jp.inkan.e2e.windows;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import jp.inkan.e2e.browser.Product;

/** A class run by Windows' Java. */
final class WindowsJava {
    /** The whole one that {@code ./dev} has fetched: the host's own is cut down to what the host needs. */
    private static final Path RUNTIME = Product.root().resolve("installer/target/windows-runtime");

    private WindowsJava() {}

    /** With the classes of the host and its tests.
     * @param words the class and its arguments */
    static ProcessBuilder command(Wine pc, List<String> options, String... words) throws IOException {
        var command = new ArrayList<>(List.of(RUNTIME.resolve("bin/java.exe").toString(),
                "-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC", "--enable-native-access=ALL-UNNAMED",
                "-Dfile.encoding=UTF-8", "-Dstdout.encoding=UTF-8",
                "-cp", testClasspath().map(pc::windowsPath).collect(Collectors.joining(";"))));
        command.addAll(options);
        command.addAll(List.of(words));
        return pc.command(command.toArray(String[]::new));
    }

    /** As Maven has written it down. */
    private static Stream<Path> testClasspath() throws IOException {
        Path host = Product.root().resolve("native-host/target");
        Stream<Path> libraries = Stream.of(Files.readString(host.resolve("test-classpath")).strip().split(":")).map(Path::of);
        return Stream.concat(Stream.of(host.resolve("test-classes"), host.resolve("classes")), libraries);
    }
}
