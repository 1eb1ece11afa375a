package jp.inkan.e2e.host;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import jp.inkan.e2e.SharedBank;
import jp.inkan.e2e.browser.Profile;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayName("The packaged host at its port")
@Timeout(30)
class HostPortIT {
    @TempDir
    private Path folder;

    private Profile profile;
    private Path stderr;

    @BeforeEach
    void profile() throws IOException {
        profile = Profile.create(folder, SharedBank.get());
        stderr = folder.resolve("stderr");
    }

    private void assertError(JsonNode error, String reason) {
        assertThat(error.path("type").asText()).isEqualTo("error");
        assertThat(error.path("reason").asText()).isEqualTo(reason);
    }

    @ParameterizedTest
    @ValueSource(strings = {
        "chrome-extension://aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa/",
        "chrome-extension://ddaniehfdnhkiknojdeepnahphfjkbnm",
        "chrome-extension://ddaniehfdnhkiknojdeepnahphfjkbnm/x"
    })
    @DisplayName("obeys no other extension: it says so in a frame and ends")
    void strangers(String origin) throws Exception {
        HostProcess host = HostProcess.start(profile.environment(), stderr, origin);
        assertError(host.receive(), "origin-refused");
        HostProcess.End end = host.end();
        assertThat(end.exitCode()).isEqualTo(1);
        assertThat(end.rest()).isEmpty();
    }

    @Test
    @DisplayName("ends with the port, having written nothing but frames")
    void ends() throws Exception {
        HostProcess host = HostProcess.welcomed(profile.environment(), stderr);
        HostProcess.End end = host.end();
        assertThat(end.exitCode()).isZero();
        assertThat(end.rest()).isEmpty();
        assertThat(stderr).isEmptyFile();
    }

    @Test
    @DisplayName("stays alive through everything that can't be read")
    void garbage() throws Exception {
        try (HostProcess host = HostProcess.welcomed(profile.environment(), stderr)) {
            for (String json : List.of("", "null", "{", "[1]", "\u0000", "{'type':'list'}")) {
                host.send(json);
                assertError(host.receive(), "message-malformed");
            }
            host.sendFrame(new byte[1024 * 1024]);
            assertError(host.receive(), "message-malformed");
            host.send("{'type':'dance','id':'d'}");
            assertError(host.receive(), "type-unknown");
            host.send("{'type':'answer','id':'a','flow':'f','prompt':'p','fields':{'password':'x'}}");
            assertError(host.receive(), "flow-unknown");
            host.beginIssue();
        }
    }

    @Test
    @DisplayName("refuses a frame over 1 MiB without waiting for it, and ends")
    void tooLarge() throws Exception {
        HostProcess host = HostProcess.welcomed(profile.environment(), stderr);
        host.sendHeader(1024 * 1024 + 1);
        assertError(host.receive(), "message-too-large");
        assertThat(host.end().exitCode()).isZero();
    }

    @Test
    @DisplayName("ends quietly when the port closes inside a frame")
    void cutOff() throws Exception {
        HostProcess host = HostProcess.welcomed(profile.environment(), stderr);
        host.sendHeader(100);
        host.write("{\"type\":".getBytes(StandardCharsets.UTF_8));
        HostProcess.End end = host.end();
        assertThat(end.exitCode()).isZero();
        assertThat(end.rest()).isEmpty();
        assertThat(stderr).isEmptyFile();
    }

    @Test
    @DisplayName("hears nothing of what the environment would tell its JVM")
    void javaOptions() throws Exception {
        var environment = new HashMap<>(profile.environment());
        environment.put("_JAVA_OPTIONS", "-Xlog:gc*");
        environment.put("JAVA_TOOL_OPTIONS", "-Djavax.net.debug=ssl,plaintext");
        environment.put("JDK_JAVA_OPTIONS", "-Dno=thing");
        HostProcess host = HostProcess.welcomed(environment, stderr);
        assertThat(host.end().rest()).isEmpty();
        assertThat(stderr).isEmptyFile();
    }

    @Test
    @DisplayName("answers hello before it has loaded HTTP, certificates or the key store")
    void startsSmall() throws Exception {
        Path classes = folder.resolve("classes");
        HostProcess host = HostProcess.startLogging(profile.environment(), stderr, classes);
        // An extension that doesn't fit is answered, and nothing is warmed up after it.
        host.send("{'type':'hello','id':'h','protocol':1,'version':'0.0.1','minimumHost':'0.1.0','browser':'chromium','language':'ja'}");
        assertThat(host.receive().path("type").asText()).isEqualTo("incompatible");
        host.end();

        List<String> loaded = Files.readAllLines(classes);
        assertThat(loaded).anyMatch(line -> line.contains("jp.inkan.host.messaging.Session"));
        assertThat(loaded).noneMatch(line -> line.contains(" okhttp3.") || line.contains(" okio."))
                .noneMatch(line -> line.contains(" org.bouncycastle."))
                .noneMatch(line -> line.contains(" sun.net.spi.DefaultProxySelector"))
                .noneMatch(line -> line.contains(" sun.security.pkcs11.") || line.contains(".store.nss."));
    }
}
