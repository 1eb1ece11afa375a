package jp.inkan.e2e.demo;

import java.time.Duration;
import jp.inkan.e2e.Held;
import jp.inkan.e2e.bank.state.Plan;
import jp.inkan.e2e.bank.state.Step;
import jp.inkan.e2e.bank.state.User;
import jp.inkan.e2e.browser.BankBrowser;
import jp.inkan.e2e.browser.Panel;
import jp.inkan.e2e.browser.StepUps;
import jp.inkan.e2e.proxy.Admission;
import jp.inkan.e2e.proxy.OfficeProxy;
import jp.inkan.e2e.proxy.Squid;
import org.openqa.selenium.By;

/** A renewal eleven months after the issue, in an office whose proxy asks for a password, by somebody of whom the bank asks all it can. */
final class PlayedRenewal {
    private static final Admission.Digest PROXY = new Admission.Digest("keiri", "proxy-practice");

    private final Album album;
    private final Workplace place;
    private final User user;

    private PlayedRenewal(Album album, Workplace place, User user) {
        this.album = album;
        this.place = place;
        this.user = user;
    }

    /** In an office of its own. */
    static void play(Album album) throws Exception {
        try (Workplace place = Workplace.open()) {
            place.profile().chooseCertificateWithoutAsking();
            User user = place.bank().addUser(Plan.asking(Step.QUESTION, Step.TRANSACTION, Step.ONE_TIME_PASSWORD)
                    .withQuestion("はじめて飼った動物は？", "ねこ").withDrift(Duration.ofMinutes(4)));
            Held.since(Held.RENEWABLE, user, place.bank(), place.profile());
            var renewal = new PlayedRenewal(album, place, user);
            renewal.remind();
            renewal.renew();
            renewal.logIn();
        }
    }

    private void remind() {
        try (BankBrowser browser = start()) {
            browser.open(place.bank().url().toString());
            browser.notice("expiry");
            album.add(browser, "Eleven months after an issue: the login page says that the certificate expires soon", "expiry-notice");
        }
    }

    private void renew() throws Exception {
        try (Squid squid = Squid.start(PROXY, place.bank().ports().keySet());
                BankBrowser browser = BankBrowser.start(place.profile(), "ja", place.bank().resolverRules(),
                        OfficeProxy.environment(place.bank(), place.folder(), place.profile().environment(), squid.url()),
                        "--no-proxy-server")) {
            browser.open(place.bank().certificateLoginUrl().toString());
            browser.launchButton();
            album.add(browser, "After the login: the bank's page to renew, and Inkan's button", "renewal-page");
            Panel panel = browser.openPanelByBanksButton("証明書発行アプリ起動");
            panel.await("CCHK001");
            album.add(browser, "The certificate to renew is chosen", "CCHK001-renewal");
            panel.click("renew");
            panel.await("CCHK002");
            album.add(browser, "The certificate says who it is: only the password is asked", "CCHK002-renewal");
            panel.type("password", user.password());
            panel.click("submit");
            passProxy(browser, panel);
            require(new StepUps(browser, panel, user, place.bank())
                    .answerAll("CCHK008", screen -> album.add(browser, "Renewal: " + screen, screen + "-renewal")));
            panel.click("close-browser");
            panel.await("confirm-close");
            album.add(browser, "One button closes every window, after asking", "confirm-close");
            panel.click("confirm-close");
            browser.awaitEnd();
        }
    }

    private void passProxy(BankBrowser browser, Panel panel) {
        panel.await("CCHK008");
        album.add(browser, "The office's proxy asks who the user is; this isn't the bank's password", "CCHK008");
        panel.type("proxyUser", PROXY.user());
        panel.type("proxyPassword", "wrong");
        panel.click("submit");
        panel.awaitProblem("proxy-credentials");
        album.add(browser, "A wrong proxy password is asked for again", "CCHK008-again");
        panel.type("proxyPassword", PROXY.password());
        panel.click("submit");
    }

    private void logIn() throws Exception {
        try (BankBrowser browser = start()) {
            browser.open(place.bank().url().toString());
            browser.notice("confirmed");
            album.add(browser, "After the restart the new certificate is confirmed", "confirmed");
            browser.open(place.bank().certificateLoginUrl().toString());
            String commonName = browser.text(By.id("common-name"));
            place.bank().awaitLogin(commonName, Duration.ofSeconds(10));
            if (!commonName.startsWith(user.loginId() + " ")) {
                throw new IllegalStateException("The bank saw " + commonName);
            }
            album.add(browser, "The renewed certificate logs in", "logged-in-renewed");
        }
    }

    private BankBrowser start() {
        return BankBrowser.start(place.profile(), "ja");
    }

    private void require(String lastScreen) {
        if (!lastScreen.equals("CCHK007")) {
            throw new IllegalStateException(user.loginId() + " got no certificate, but " + lastScreen);
        }
    }
}
