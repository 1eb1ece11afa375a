package jp.inkan.e2e.host;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import jp.inkan.e2e.browser.Commands;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("What issuing leaves on the PC")
class HostStoreIT extends HostAtBank {
    @Test
    @DisplayName("the old place of the NSS database is used where it is there")
    void oldDatabase() throws Exception {
        host.end();
        Files.createDirectories(profile.home().resolve(".pki"));
        Files.move(profile.home().resolve(".local/share/pki/nssdb"), profile.home().resolve(".pki/nssdb"));
        host = HostProcess.welcomed(profile.environment(), folder.resolve("stderr"));
        assertThat(host.issue(user.loginId(), user.password()).path("type").asText()).isEqualTo("done");
        assertThat(Commands.run(profile.environment(), "certutil", "-L", "-d", "sql:" + profile.home().resolve(".pki/nssdb")))
                .contains("inkan-");
        assertThat(profile.home().resolve(".local/share/pki/nssdb")).doesNotExist();
    }

    @Test
    @DisplayName("a key store that can't be opened is named, before the user is asked for anything")
    void brokenStore() throws Exception {
        host.end();
        Path database = profile.home().resolve(".local/share/pki/nssdb");
        for (String file : new String[] {"cert9.db", "key4.db"}) {
            Files.write(database.resolve(file), new byte[] {1, 2, 3});
        }
        host = HostProcess.welcomed(profile.environment(), folder.resolve("stderr"));
        host.send("{'type':'list','id':'l','institution':'9999','origin':'" + HostProcess.PRACTICE_ORIGIN + "'}");
        JsonNode error = host.receive();
        assertThat(error.path("code").asText()).isEqualTo("G001e");
        assertThat(error.path("reason").asText()).isEqualTo("store-failed");
        assertFailed(host.beginIssue(), "G001e", "store-failed");
    }

    @Test
    @DisplayName("two browsers' hosts at once, for one login id, end with one certificate and one that says so")
    void twoHosts() throws Exception {
        try (HostProcess other = HostProcess.welcomed(profile.environment(), folder.resolve("stderr2"))) {
            JsonNode first = host.beginIssue();
            JsonNode second = other.beginIssue();
            host.answer(first, user.loginId(), user.password());
            other.answer(second, user.loginId(), user.password());
            JsonNode one = host.receiveOutcome();
            JsonNode two = other.receiveOutcome();
            assertThat(List.of(one.path("type").asText(), two.path("type").asText())).containsExactlyInAnyOrder("done", "failed");
            assertThat(one.path("reason").asText() + two.path("reason").asText()).isEqualTo("already-issued");
        }
        assertThat(bank.issuedFor(user.loginId())).isEqualTo(1);
        assertThat(list()).hasSize(1);
        assertThat(keys()).doesNotContain("pending");
    }

    @Test
    @DisplayName("neither password nor token is in the log, and what happened is")
    void log() throws Exception {
        host.issue(user.loginId(), user.password());
        host.issue(user.loginId(), user.password());
        host.end();
        String log = Files.readString(profile.log());
        assertThat(log).contains("Issued ").contains("already-issued");
        assertThat(log).doesNotContain(user.password()).doesNotContain("Bearer");
    }
}
