package jp.inkan.e2e.host;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import jp.inkan.e2e.browser.Product;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@DisplayName("The host's command line")
@Timeout(30)
class CommandLineIT {
    private record Result(int exitCode, String output) {}

    @TempDir
    private Path home;

    private Result run(String... arguments) throws Exception {
        var command = new ArrayList<>(List.of(Product.find().launcher().toString()));
        command.addAll(List.of(arguments));
        var builder = new ProcessBuilder(command).redirectErrorStream(true);
        builder.environment().put("HOME", home.toString());
        builder.environment().keySet().removeIf(name -> name.startsWith("XDG_"));
        Process process = builder.start();
        String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        return new Result(process.waitFor(), output);
    }

    @Test
    @DisplayName("tells its version and its words")
    void help() throws Exception {
        assertThat(run("--version").output()).isEqualToIgnoringNewLines("inkan-host 0.1.0");
        Result help = run("--help");
        assertThat(help.exitCode()).isZero();
        assertThat(help.output()).contains("list", "register", "unregister");
    }

    @ParameterizedTest
    @CsvSource({"dance", "register", "register --browser netscape", "''"})
    @DisplayName("ends with 2 at words it doesn't know, and shows those it does")
    void wrongWords(String words) throws Exception {
        Result result = run(words.isEmpty() ? new String[0] : words.split(" "));
        assertThat(result.exitCode()).isEqualTo(2);
        assertThat(result.output()).contains("Usage: inkan-host");
    }

    @ParameterizedTest
    @CsvSource({"chrome,.config/google-chrome", "edge,.config/microsoft-edge", "chromium,.config/chromium"})
    @DisplayName("registers itself with each browser, and takes it back")
    void registers(String browser, String folder) throws Exception {
        Path manifest = home.resolve(folder).resolve("NativeMessagingHosts/jp.inkan.host.json");
        assertThat(run("register", "--browser", browser).exitCode()).isZero();
        assertThat(Files.readString(manifest))
                .contains("\"" + Product.find().launcher().toRealPath() + "\"")
                .contains(HostProcess.ORIGIN);
        assertThat(run("unregister", "--browser", browser).exitCode()).isZero();
        assertThat(manifest).doesNotExist();
    }

    @Test
    @DisplayName("lists nothing on a new PC, and says what the columns are")
    void listsNothing() throws Exception {
        Result result = run("list");
        assertThat(result.exitCode()).isZero();
        assertThat(result.output().lines()).containsExactly("institution\tcommon name\tserial number\tvalid until\tdays left");
    }
}
