package jp.inkan.e2e.windows;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.stream.Collectors;
import jp.inkan.e2e.bank.PracticeBank;
import jp.inkan.e2e.bank.state.User;
import jp.inkan.e2e.browser.BankBrowser;
import jp.inkan.e2e.browser.Panel;
import jp.inkan.e2e.browser.Product;
import jp.inkan.e2e.browser.Profile;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/**
 * A real Chromium on Linux, which starts what the MSI lays down through wine 8, with the stand-in for ncrypt.dll. The browser can't
 * log in with the certificate, whose key is in wine: the renewal does, over TLS with that key.
 */
@DisplayName("The Windows host behind a real browser, in wine 8 with the stand-in")
@Timeout(300)
class WindowsBrowserIT {
    /** Within the last 40 days of a certificate's year. */
    private static final Duration UNTIL_RENEWAL = Duration.ofDays(340);

    /** The browser's host manifest names a script that stands for Windows: it starts the launcher with the browser's arguments. */
    private static void register(Profile profile, Wine pc, Path folder) throws IOException {
        profile.registerHost(Product.find());
        String variables = pc.environment().entrySet().stream()
                .map(variable -> "export " + variable.getKey() + "='" + variable.getValue() + "'\n").collect(Collectors.joining());
        Path script = Files.writeString(folder.resolve("windows-host"),
                "#!/bin/sh\n" + variables + "cd '" + folder + "'\nunset DISPLAY\nexec wine '" + WindowsPackage.find().folder().resolve("inkan-host.exe") + "' \"$@\"\n");
        Files.setPosixFilePermissions(script, PosixFilePermissions.fromString("rwx------"));
        var json = new ObjectMapper();
        Path manifest = profile.userData().resolve("NativeMessagingHosts/jp.inkan.host.json");
        json.writeValue(manifest.toFile(), ((ObjectNode) json.readTree(manifest.toFile())).put("path", script.toString()));
    }

    private static Panel openPanel(BankBrowser browser, PracticeBank bank) {
        browser.open(bank.url().resolve("/certificate").toString());
        return browser.openPanel();
    }

    @Test
    @DisplayName("issues from the bank's page, and a year later renews, logged in by the certificate's own key")
    void issuesAndRenews(@TempDir Path folder) throws Exception {
        try (Wine pc = Wine.at(folder.resolve("pc")); PracticeBank bank = PracticeBank.start()) {
            pc.layIn(Mingw.dll("ncrypt", folder, "bcrypt"));
            User user = bank.addUser();
            Profile profile = Profile.create(folder, bank);
            register(profile, pc, folder);
            try (BankBrowser browser = BankBrowser.start(profile, "ja")) {
                Panel panel = openPanel(browser, bank);
                panel.await("CCHK001");
                panel.beginIssue();
                panel.signIn(user.loginId(), user.password());
                panel.await("CCHK007");
                assertThat(panel.text()).contains(user.loginId() + " A001 ");
            }
            bank.moveClock(UNTIL_RENEWAL);
            try (BankBrowser browser = BankBrowser.start(profile, "ja")) {
                Panel panel = openPanel(browser, bank);
                assertThat(panel.certificates()).hasSize(1);
                panel.choose(panel.certificates().getFirst());
                panel.renew(user.password());
                panel.await("CCHK007");
            }
            assertThat(bank.certificatesOf(user.loginId())).hasSize(2);
            assertThat(bank.replacementOf(bank.certificatesOf(user.loginId()).getFirst())).contains(
                    bank.certificatesOf(user.loginId()).getLast());
        }
    }
}
