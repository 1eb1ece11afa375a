package jp.inkan.e2e.windows;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/** The tests of the host's that must run on Windows' Java: each of them shows up here, by its own name. */
@DisplayName("On Windows' Java, in wine 8")
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class WindowsStoreIT {
    private static final String PACKAGE = "jp.inkan.host.store.windows.";

    private Path folder;
    private Wine plain;
    private Wine withStandIn;

    @BeforeAll
    void install(@TempDir Path empty) throws IOException {
        folder = empty;
        plain = Wine.at(folder.resolve("plain"));
        withStandIn = Wine.at(folder.resolve("stand-in"));
        withStandIn.layIn(Mingw.dll("ncrypt", folder, "bcrypt"));
    }

    @AfterAll
    void uninstall() throws IOException {
        plain.close();
        withStandIn.close();
    }

    @TestFactory
    @DisplayName("the key store, with the stand-in for ncrypt.dll: the contract that Linux's passes, and more")
    Stream<DynamicTest> store() throws IOException {
        return run(withStandIn, "WindowsStoreOnWindows", 20);
    }

    @TestFactory
    @DisplayName("CNG and MY, as wine has them")
    Stream<DynamicTest> plain() throws IOException {
        return run(plain, "CngOnWindows", 4);
    }

    @TestFactory
    @DisplayName("structures and constants, against mingw-w64's headers")
    Stream<DynamicTest> headers() throws IOException {
        Path headers = folder.resolve("headers.txt");
        Files.writeString(headers, plain.run(Mingw.program("headers", folder).toString()).orThrow().out().replace("\r", ""));
        return run(plain, "HeadersOnWindows", 3, "-Dinkan.headers=" + plain.windowsPath(headers));
    }

    /** @param least so many tests there are: a class that isn't found has none */
    private static Stream<DynamicTest> run(Wine pc, String name, int least, String... options) throws IOException {
        Wine.Ended ended = Wine.run(WindowsJava.command(pc, List.of(options), "jp.inkan.host.OnWindows", PACKAGE + name));
        List<String[]> results = ended.out().lines().map(line -> line.strip().split("\t", 3)).toList();
        assertThat(results).as(ended.err()).hasSizeGreaterThanOrEqualTo(least);
        return results.stream().map(result -> dynamicTest(result[1], () ->
                assertThat(result[0]).as(result[result.length - 1]).isEqualTo("passed")));
    }
}
