package jp.inkan.e2e.host;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Path;
import jp.inkan.e2e.SharedBank;
import jp.inkan.e2e.bank.PracticeBank;
import jp.inkan.e2e.bank.state.User;
import jp.inkan.e2e.browser.Commands;
import jp.inkan.e2e.browser.Profile;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** The packaged host, a real key store and the practice bank; no browser. Each test has a user and a home of its own. */
@Timeout(60)
abstract class HostAtBank {
    static final String ENROL = "/.well-known/est/9999/simpleenroll";
    static final String SIGN_IN = "/inkan/v1/sessions";

    @TempDir
    Path folder;

    final PracticeBank bank = SharedBank.get();
    Profile profile;
    User user;
    HostProcess host;

    @BeforeEach
    void start() throws IOException {
        profile = Profile.create(folder, bank);
        user = bank.addUser();
        host = HostProcess.welcomed(profile.environment(), folder.resolve("stderr"));
    }

    @AfterEach
    void end() throws Exception {
        host.close();
        assertThat(folder.resolve("stderr")).isEmptyFile();
    }

    JsonNode list() {
        host.send("{'type':'list','id':'l','institution':'9999','origin':'" + HostProcess.PRACTICE_ORIGIN + "'}");
        return host.receive().path("certificates");
    }

    void assertFailed(JsonNode message, String code, String reason) {
        assertThat(message.path("type").asText()).isEqualTo("failed");
        assertThat(message.path("code").asText()).isEqualTo(code);
        assertThat(message.path("reason").asText()).isEqualTo(reason);
    }

    String keys() {
        return Commands.run(profile.environment(), "certutil", "-L", "-d", "sql:" + profile.home().resolve(".local/share/pki/nssdb"));
    }
}
