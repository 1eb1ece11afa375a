package jp.inkan.e2e.demo;

import java.io.IOException;
import java.time.Duration;
import java.util.stream.Stream;
import jp.inkan.e2e.bank.state.User;
import jp.inkan.e2e.browser.BankBrowser;
import jp.inkan.e2e.browser.Panel;
import jp.inkan.e2e.browser.Product;
import jp.inkan.e2e.browser.StepUps;
import org.openqa.selenium.By;

/** Plays a user of the bank from the first click to the login, and takes a picture of each screen on the way. */
final class PlayedDemo {
    private final Album album;
    private final Workplace place;
    private final User user;

    private PlayedDemo(Album album, Workplace place) {
        this.album = album;
        this.place = place;
        this.user = place.bank().users().getFirst();
    }

    /** @param forReadme whether the pictures of the README and the stores are renewed */
    static void run(boolean forReadme) throws Exception {
        Album album = Album.begin(forReadme);
        try (Workplace place = Workplace.open()) {
            place.profile().chooseCertificateWithoutAsking();
            new PlayedDemo(album, place).play();
        }
        PlayedRenewal.play(album);
        System.out.println("Done. Pictures are in target/demo.");
    }

    private void play() throws Exception {
        String commonName = issue();
        logInAfterRestart(commonName);
        issueAgain();
        stepUps("logid035", "Everything the bank may ask");
        stepUps("logid036", "A token that has drifted");
        withoutHost();
    }

    private String issue() throws IOException {
        try (BankBrowser browser = start("ja")) {
            browser.open(place.bank().url().toString());
            album.add(browser, "The bank's login page", "login-page");
            browser.clickBank("電子証明書発行");
            browser.launchButton();
            album.add(browser, "The certificate page, with Inkan's button beside the bank's", "certificate-page");
            Panel panel = browser.openPanel();
            panel.await("CCHK001");
            album.add(browser, "Inkan knows the bank and its certificates on this PC: none yet", "list");
            panel.beginIssue();
            panel.await("CCHK002");
            album.add(browser, "It asks who the user is", "sign-in");
            panel.signIn(user.loginId(), "wrong-password");
            panel.awaitProblem("credentials");
            album.add(browser, "A wrong password is asked for again", "wrong-password");
            panel.type("password", user.password());
            panel.click("submit");
            panel.await("CCHK007");
            album.add(browser, "The certificate is issued and installed", "result");
            String text = panel.text();
            return Stream.of(text.split("\n")).filter(line -> line.startsWith(user.loginId() + " ")).findFirst().orElseThrow();
        }
    }

    private void logInAfterRestart(String commonName) throws Exception {
        int before = place.bank().logins().size();
        try (BankBrowser browser = start("ja")) {
            browser.open(place.bank().url().toString());
            browser.clickBank("ログイン");
            String shown = browser.text(By.id("common-name"));
            album.add(browser, "After a restart the bank knows the user by the certificate", "logged-in");
            place.bank().awaitLogin(commonName, Duration.ofSeconds(10));
            if (before != 0 || !shown.equals(commonName)) {
                throw new IllegalStateException("The bank saw another login than the one after the restart: " + shown);
            }
        }
    }

    private void issueAgain() throws IOException {
        try (BankBrowser browser = start("en")) {
            Panel panel = openPanel(browser);
            panel.await("CCHK001");
            album.add(browser, "In English: the certificate is in the list", "list-english");
            panel.beginIssue();
            panel.await("CCHK002");
            album.add(browser, "In English: sign-in", "sign-in-english");
            panel.signIn(user.loginId(), user.password());
            panel.await("error");
            album.add(browser, "A second certificate for the same login id is refused", "already-issued-english");
        }
        try (BankBrowser browser = start("ja")) {
            Panel panel = openPanel(browser);
            panel.beginIssue();
            panel.signIn(user.loginId(), user.password());
            panel.await("error");
            album.add(browser, "The same in Japanese", "already-issued");
        }
    }

    private void stepUps(String loginId, String what) throws IOException {
        User other = place.bank().users().stream().filter(each -> each.loginId().equals(loginId)).findFirst().orElseThrow();
        try (BankBrowser browser = start("ja")) {
            Panel panel = openPanel(browser);
            panel.beginIssue();
            panel.signIn(other.loginId(), other.password());
            String last = new StepUps(browser, panel, other, place.bank())
                    .answerAll(screen -> album.add(browser, what + ": " + screen, screen));
            if (!last.equals("CCHK007")) {
                throw new IllegalStateException(loginId + " got no certificate");
            }
        }
    }

    private void withoutHost() throws IOException {
        place.profile().unregisterHost(Product.find());
        try (BankBrowser browser = start("ja")) {
            openPanel(browser).await("missing");
            album.add(browser, "Without the host, the panel says what to install", "host-missing");
        }
    }

    private BankBrowser start(String language) {
        return BankBrowser.start(place.profile(), language);
    }

    private Panel openPanel(BankBrowser browser) {
        browser.open(place.bank().url().resolve("/certificate").toString());
        return browser.openPanel();
    }
}
