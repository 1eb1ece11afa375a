package jp.inkan.e2e.bank;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@DisplayName("The command that starts a bank")
class BankCommandTest {
    @TempDir
    private Path folder;

    @Test
    @DisplayName("prints one line of JSON with all one needs, serves, and ends well when told to stop")
    void oneLine() throws Exception {
        Path state = folder.resolve("new/state");
        Process process = start("--state", state.toString());
        try (BufferedReader output = process.inputReader()) {
            JsonNode started = JsonMapper.builder().build().readTree(output.readLine());
            assertThat(started.fieldNames()).toIterable()
                    .containsExactly("url", "trustAnchor", "hostConfiguration", "resolverRules", "users");
            assertThat(started.get("url").asText()).isEqualTo("https://www.cc9999.bizsol.anser.ne.jp/");
            assertThat(Path.of(started.get("trustAnchor").asText())).isRegularFile().hasParent(state);
            assertThat(Path.of(started.get("hostConfiguration").asText())).isRegularFile().hasParent(state);
            assertThat(started.get("resolverRules").asText())
                    .containsPattern("MAP www\\.cc9999\\.bizsol\\.anser\\.ne\\.jp:443 127\\.0\\.0\\.1:[0-9]+, ")
                    .containsPattern("MAP cert\\.cc9999\\.bizsol\\.anser\\.ne\\.jp:443 127\\.0\\.0\\.1:[0-9]+, ")
                    .endsWith("MAP * ~NOTFOUND, EXCLUDE 127.0.0.1");
            assertUsers(started.get("users"));
            // Not the process's own destroy, which would close the output that is read next.
            process.toHandle().destroy();
            assertThat(output.readLine()).isNull();
            assertThat(process.errorReader().readLine()).isNull();
            assertThat(process.waitFor(20, TimeUnit.SECONDS)).isTrue();
            assertThat(process.exitValue()).isZero();
        } finally {
            process.destroyForcibly();
        }
        try (PracticeBank freed = PracticeBank.start(BankOptions.defaults().withState(state))) {
            assertThat(freed.users()).hasSize(18);
        }
    }

    @Test
    @DisplayName("explains itself and ends with 2 when it doesn't know an option")
    void unknownOption() throws Exception {
        Process process = start("--port", "443");
        assertThat(process.waitFor(20, TimeUnit.SECONDS)).isTrue();
        assertThat(process.exitValue()).isEqualTo(2);
        assertThat(process.errorReader().lines()).anyMatch(line -> line.contains("Usage: bank"));
        assertThat(process.inputReader().readLine()).isNull();
    }

    @Test
    @DisplayName("says what is wrong in one line and ends with 1 when it can't start")
    void cannotStart() throws Exception {
        Path file = Files.createFile(folder.resolve("a-file"));
        Process process = start("--state", file.toString());
        assertThat(process.waitFor(20, TimeUnit.SECONDS)).isTrue();
        assertThat(process.exitValue()).isOne();
        assertThat(process.errorReader().lines()).singleElement().asString().contains("a-file");
    }

    private static void assertUsers(JsonNode users) {
        assertThat(users).hasSize(18);
        assertThat(users.get(0).fieldNames()).toIterable().containsExactly("loginId", "password", "tokenSecret");
        assertThat(users.get(1).get("steps").toString()).isEqualTo("[\"one-time-password\"]");
        assertThat(users.get(3).fieldNames()).toIterable()
                .containsExactly("loginId", "password", "tokenSecret", "steps", "question", "answer");
        assertThat(users.get(4).get("steps").toString())
                .isEqualTo("[\"transaction\",\"one-time-password\",\"question\"]");
        assertThat(users.get(5).get("driftSeconds").asInt()).isEqualTo(300);
        assertThat(users.get(6).fieldNames()).toIterable()
                .containsExactly("loginId", "password", "tokenSecret", "refusal");
        assertThat(users.get(12).get("refusal").asText()).isEqualTo("contract-unconfirmed");
        assertThat(users.get(17).fieldNames()).toIterable()
                .containsExactly("loginId", "password", "tokenSecret", "confirmationPassword");
    }

    private static Process start(String... arguments) throws IOException {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-cp", System.getProperty("java.class.path"), BankCommand.class.getName()));
        command.addAll(List.of(arguments));
        return new ProcessBuilder(command).start();
    }
}
