package jp.inkan.e2e.browser;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import jp.inkan.e2e.Held;
import jp.inkan.e2e.SharedBank;
import jp.inkan.e2e.bank.PracticeBank;
import jp.inkan.e2e.bank.state.User;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.openqa.selenium.By;

/** Real Chromium, the packaged host, a real key store and the practice bank. Each test has a PC and users of its own. */
@Timeout(120)
abstract class AtTheBank {
    @TempDir
    Path folder;

    final PracticeBank bank = SharedBank.get();
    Profile profile;
    User user;

    @BeforeEach
    void install() throws IOException {
        profile = Profile.create(folder, bank);
        profile.chooseCertificateWithoutAsking();
        profile.registerHost(Product.find());
        user = bank.addUser();
    }

    BankBrowser start() {
        return BankBrowser.start(profile, "ja");
    }

    BankBrowser at(String path) {
        BankBrowser browser = start();
        browser.open(bank.url().resolve(path).toString());
        return browser;
    }

    Held hold(Duration age) {
        return hold(age, user);
    }

    Held hold(Duration age, User holder) {
        return Held.since(age, holder, bank, profile);
    }

    /** Logs in with the certificate. @return the common name that the bank then shows */
    String logIn(BankBrowser browser) {
        browser.open(bank.certificateLoginUrl().toString());
        return browser.text(By.id("common-name"));
    }
}
