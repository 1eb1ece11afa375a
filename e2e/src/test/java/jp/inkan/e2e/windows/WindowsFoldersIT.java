package jp.inkan.e2e.windows;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import jp.inkan.e2e.bank.fault.Fault;
import jp.inkan.e2e.bank.state.User;
import jp.inkan.e2e.host.HostProcess;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** Whatever the user's folder is called: the host's log, journal and lock are in it, the launcher's lines, and here the stand-in's keys. */
@DisplayName("The Windows host, in wine 8 with the stand-in, in a user's folder")
class WindowsFoldersIT extends WindowsAtBank {
    private static final String LOG = "Inkan/ApplicationLog.log";

    private Wine.Ended inkan(String word) throws IOException {
        return Wine.run(atBank(pc.command(WindowsPackage.find().folder().resolve("inkan.exe").toString(), word)));
    }

    /** Issues; is killed when the request has gone; a person resumes, and lists both. */
    private void everything(Path localAppData) throws Exception {
        pc.moveLocalAppData(localAppData);
        HostProcess host = start();
        HostProcess.assertDone(host.issue(user.loginId(), user.password()));
        User second = bank.addUser();
        bank.answerNext(ENROL, new Fault.Garbage(100));
        assertThat(host.issue(second.loginId(), second.password()).path("reason").asText()).isEqualTo("bank-answer");
        host.kill();
        assertThat(WindowsPackage.files(localAppData)).contains(LOG, "Inkan/store.lock")
                .anyMatch(file -> file.startsWith("Inkan/journal/"));

        assertThat(inkan("resume").orThrow().out()).contains("\tissue\t" + second.loginId() + " ");
        assertThat(inkan("list").orThrow().out()).contains("\t" + user.loginId() + " ", "\t" + second.loginId() + " ");
        assertThat(WindowsPackage.files(localAppData)).noneMatch(file -> file.startsWith("Inkan/journal/"));
        assertThat(Files.readString(localAppData.resolve(LOG))).contains(" is settled: Installed").doesNotContain("launcher");
        assertThat(inkan("dance").exitCode()).isEqualTo(2);
        assertThat(Files.readString(localAppData.resolve(LOG))).contains("launcher - The host ended with an exit code");
        assertThat(bank.issuedFor(second.loginId())).isEqualTo(1);
    }

    @Test
    @DisplayName("with Japanese, spaces and U+3000 in its name, issues, is killed, resumes and lists")
    void japanese() throws Exception {
        everything(pc.driveC().resolve("users/経理　印鑑 花子 ②/AppData/Local"));
    }

    @Test
    @DisplayName("with so long a path that every file in it has over 260 characters, issues, is killed, resumes and lists")
    void longer() throws Exception {
        Path folder = pc.driveC().resolve("users/" + "long name".repeat(14) + "/" + "another one".repeat(14) + "/AppData/Local");
        assertThat(pc.windowsPath(folder)).hasSizeGreaterThan(260);
        everything(folder);
    }
}
