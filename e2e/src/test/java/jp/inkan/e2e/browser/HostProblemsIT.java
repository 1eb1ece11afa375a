package jp.inkan.e2e.browser;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import jp.inkan.e2e.SharedBank;
import jp.inkan.e2e.bank.PracticeBank;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.openqa.selenium.WebElement;
import org.openqa.selenium.By;

@DisplayName("A browser whose host isn't what it should be")
@Timeout(60)
class HostProblemsIT {
    @TempDir
    private Path folder;

    private final PracticeBank bank = SharedBank.get();
    private final Product product = Product.find();
    private Profile profile;

    @BeforeEach
    void install() throws IOException {
        profile = Profile.create(folder, bank);
        profile.registerHost(product);
    }

    private BankBrowser atCertificatePage(String language) {
        BankBrowser browser = BankBrowser.start(profile, language);
        browser.open(bank.url().resolve("/certificate").toString());
        return browser;
    }

    private void changeManifest(String from, String to) throws IOException {
        Path manifest = profile.userData().resolve("NativeMessagingHosts/jp.inkan.host.json");
        Files.writeString(manifest, Files.readString(manifest).replace(from, to));
    }

    /** The packaged host, made to believe that it is of another version. */
    private Path hostOfVersion(String version) throws IOException {
        Path home = product.launcher().getParent().getParent();
        Path other = Files.createDirectories(folder.resolve("older/jp/inkan/host"));
        Files.writeString(other.resolve("version.properties"), "version=" + version);
        Path launcher = Files.writeString(folder.resolve("older-host"), """
            #!/bin/sh
            exec "%s/runtime/bin/java" --enable-native-access=ALL-UNNAMED -cp "%s:%s/lib/*" jp.inkan.host.Main "$@"
            """.formatted(home, folder.resolve("older"), home));
        return Files.setPosixFilePermissions(launcher, PosixFilePermissions.fromString("rwx------"));
    }

    @Test
    @DisplayName("without the host, the panel says that it is missing; once installed, trying again is enough")
    void hostMissing() {
        profile.unregisterHost(product);
        try (BankBrowser browser = atCertificatePage("ja")) {
            Panel panel = browser.openPanel();
            panel.await("missing");
            // Drawn once more where the page's own question finds no host either.
            assertThat(browser.text(By.cssSelector("[data-screen='missing']"))).contains("入っていません");
            profile.registerHost(product);
            panel.click("retry");
            panel.await("CCHK001");
        }
    }

    @Test
    @DisplayName("with a host that refuses this extension, the panel says that")
    void hostRefuses() throws IOException {
        changeManifest(Product.EXTENSION_ID, "a".repeat(32));
        try (BankBrowser browser = atCertificatePage("ja")) {
            browser.openPanel().await("refused");
        }
    }

    @Test
    @DisplayName("that is too old for the extension is told to update the program, not the extension")
    void hostTooOld() throws IOException {
        changeManifest(product.launcher().toString(), hostOfVersion("0.0.9").toString());
        try (BankBrowser browser = atCertificatePage("ja")) {
            WebElement problem = browser.openPanel().await("incompatible");
            assertThat(problem.getAttribute("data-update")).isEqualTo("host");
            assertThat(problem.getText()).contains("プログラムが古く");
        }
    }
}
