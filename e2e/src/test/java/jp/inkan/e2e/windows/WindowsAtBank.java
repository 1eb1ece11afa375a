package jp.inkan.e2e.windows;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import jp.inkan.e2e.bank.PracticeBank;
import jp.inkan.e2e.bank.state.User;
import jp.inkan.e2e.host.HostProcess;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** What the MSI lays down, in wine 8 with the stand-in for ncrypt.dll, and the practice bank; no browser. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@Timeout(240)
abstract class WindowsAtBank {
    static final String ENROL = "/.well-known/est/9999/simpleenroll";

    Path folder;
    Wine pc;
    PracticeBank bank;
    User user;
    private final List<HostProcess> hosts = new ArrayList<>();

    @BeforeAll
    void install(@TempDir Path empty) throws IOException {
        folder = empty;
        pc = Wine.at(folder.resolve("pc"));
        pc.layIn(Mingw.dll("ncrypt", folder, "bcrypt"));
    }

    @AfterAll
    void uninstall() throws IOException {
        pc.close();
    }

    @BeforeEach
    void open() throws IOException {
        bank = PracticeBank.start();
        user = bank.addUser();
    }

    @AfterEach
    void close() throws Exception {
        for (HostProcess host : hosts) {
            host.close();
        }
        hosts.clear();
        bank.close();
    }

    /** A program of the PC's that reaches the bank. */
    ProcessBuilder atBank(ProcessBuilder command) {
        // A path without a drive: Windows takes it on the drive of the working folder, which is Linux's.
        command.environment().put("INKAN_CONFIG", bank.hostConfiguration().toString());
        return command.directory(folder.toFile());
    }

    /** Welcomed. */
    HostProcess start() throws IOException {
        return start(Map.of());
    }

    /** @param more variables of its environment */
    HostProcess start(Map<String, String> more) throws IOException {
        ProcessBuilder command = atBank(pc.command(WindowsPackage.find().folder().resolve("inkan-host.exe").toString(), HostProcess.ORIGIN));
        command.environment().putAll(more);
        HostProcess host = WindowsHost.welcomed(command.redirectError(ProcessBuilder.Redirect.DISCARD));
        hosts.add(host);
        return host;
    }

    /** The ids of the certificates of every user of the tests. */
    static List<String> ids(HostProcess host) {
        host.send("{'type':'list','id':'l','institution':'9999','origin':'" + HostProcess.PRACTICE_ORIGIN + "'}");
        return host.receive().path("certificates").findValuesAsText("id");
    }

    /** Of every user of the tests. */
    long keys() throws IOException {
        Path keys = pc.localAppData().resolve("ncrypt-stand-in");
        if (!Files.exists(keys)) {
            return 0;
        }
        try (Stream<Path> files = Files.walk(keys)) {
            return files.filter(Files::isRegularFile).count();
        }
    }

    static String id(JsonNode done) {
        HostProcess.assertDone(done);
        return done.at("/certificate/id").asText();
    }

    /** What a host says that has settled by itself what an earlier one left open. */
    static JsonNode recovered(HostProcess host) {
        JsonNode message = host.receive();
        assertThat(message.path("type").asText()).isEqualTo("recovered");
        return message;
    }
}
