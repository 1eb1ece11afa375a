package jp.inkan.e2e.browser;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.Map;
import jp.inkan.e2e.Held;
import jp.inkan.e2e.SharedBank;
import jp.inkan.e2e.bank.PracticeBank;
import jp.inkan.e2e.bank.fault.Fault;
import jp.inkan.e2e.bank.state.Obstacle;
import jp.inkan.e2e.bank.state.Plan;
import jp.inkan.e2e.bank.state.Step;
import jp.inkan.e2e.bank.state.User;
import jp.inkan.e2e.proxy.Admission;
import jp.inkan.e2e.proxy.OfficeProxy;
import jp.inkan.e2e.proxy.Squid;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.openqa.selenium.By;

/** Every screen of one PC, in the order in which a user comes to it; behind an office's proxy, so that CCHK008 comes too. */
@DisplayName("Every screen, in light and dark, at 200 % zoom, for a screen reader")
class LooksIT {
    private static final String PROXY_PASSWORD = "proxy-Pass-1";

    @Nested
    @DisplayName("in Japanese")
    class Japanese extends Screens {
        Japanese() {
            super("ja");
        }
    }

    @Nested
    @DisplayName("in English")
    class English extends Screens {
        English() {
            super("en");
        }
    }

    @TestInstance(TestInstance.Lifecycle.PER_CLASS)
    @TestMethodOrder(MethodOrderer.OrderAnnotation.class)
    @Timeout(120)
    abstract static class Screens {
        private final PracticeBank bank = SharedBank.get();
        private final Product product = Product.find();
        private final String language;
        private Path folder;
        private Profile profile;
        private Squid squid;
        private BankBrowser browser;
        private Looks looks;

        Screens(String language) {
            this.language = language;
        }

        @BeforeAll
        void start(@TempDir Path folder) throws IOException {
            this.folder = folder;
            profile = Profile.create(folder, bank);
            profile.registerHost(product);
            changeManifest(product.launcher().toString(), silentHost().toString());
            squid = Squid.start(new Admission.Basic("keiri", PROXY_PASSWORD), bank.ports().keySet());
            Map<String, String> pc = OfficeProxy.environment(bank, folder, profile.environment(), squid.url());
            browser = BankBrowser.start(profile, language, bank.resolverRules(), pc, "--no-proxy-server");
            looks = new Looks(browser, language);
        }

        @AfterAll
        void stop() throws IOException {
            browser.close();
            squid.close();
        }

        private void open(String path) {
            browser.open(bank.url().resolve(path).toString());
        }

        private Panel openPanel() {
            open("/certificate");
            return browser.openPanel();
        }

        private void look(Panel panel, String screen) throws IOException {
            panel.await(screen);
            looks.at(screen);
        }

        private void changeManifest(String from, String to) throws IOException {
            Path manifest = profile.userData().resolve("NativeMessagingHosts/jp.inkan.host.json");
            Files.writeString(manifest, Files.readString(manifest).replace(from, to));
        }

        /** A host that says nothing, and ends once there is a file {@code go}. */
        private Path silentHost() throws IOException {
            Path launcher = Files.writeString(folder.resolve("silent-host"), """
                #!/bin/sh
                while [ ! -e "%s/go" ]; do sleep 0.1; done
                """.formatted(folder));
            return Files.setPosixFilePermissions(launcher, PosixFilePermissions.fromString("rwx------"));
        }

        @Test
        @Order(1)
        @DisplayName("without a host that answers: connecting, stopped, missing, refused")
        void hostProblems() throws IOException {
            Panel panel = openPanel();
            look(panel, "connecting");
            Files.createFile(folder.resolve("go"));
            look(panel, "stopped");
            profile.unregisterHost(product);
            panel.click("retry");
            look(panel, "missing");
            profile.registerHost(product);
            changeManifest(Product.EXTENSION_ID, "a".repeat(32));
            panel.click("retry");
            look(panel, "refused");
            profile.registerHost(product);
            panel.click("retry");
            panel.await("CCHK001");
        }

        @Test
        @Order(2)
        @DisplayName("CCHK001 without certificates, CCHK002 with what is wrong in it, CCHK008, progress")
        void beginning() throws IOException {
            User user = bank.addUser();
            Panel panel = openPanel();
            look(panel, "CCHK001");
            panel.click("issue");
            look(panel, "CCHK002");
            panel.click("submit");
            browser.until(d -> d.findElement(By.cssSelector(".hint.wrong")));
            looks.at("CCHK002-incomplete");
            panel.signIn(user.loginId(), "wrong");
            look(panel, "CCHK008");
            panel.type("proxyUser", "keiri");
            panel.type("proxyPassword", PROXY_PASSWORD);
            panel.click("submit");
            panel.awaitProblem("credentials");
            looks.at("CCHK002-wrong");

            bank.answerNext("/.well-known/est/9999/simpleenroll", new Fault.Status(503, Duration.ofSeconds(10)));
            panel.signIn(user.loginId(), user.password());
            browser.until(d -> d.findElement(By.cssSelector("[data-stage='requesting']")));
            looks.at("progress");
            panel.await("CCHK007");
        }

        @Test
        @Order(3)
        @DisplayName("CCHK006, CCHK005, CCHK003, CCHK004 and CCHK007 of an issue, confirm-close")
        void issue() throws IOException {
            User user = bank.addUser(Plan.asking(Step.QUESTION, Step.TRANSACTION, Step.ONE_TIME_PASSWORD)
                    .withDrift(Duration.ofMinutes(4)));
            Panel panel = openPanel();
            panel.beginIssue();
            panel.signIn(user.loginId(), user.password());
            new StepUps(browser, panel, user, bank).answerAll(this::lookQuietly);
            panel.click("close-browser");
            look(panel, "confirm-close");
        }

        private void lookQuietly(String screen) {
            try {
                looks.at(screen);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }

        @Test
        @Order(4)
        @DisplayName("CCHK001 with certificates, confirm-issue, CCHK002 and CCHK007 of a renewal, confirm-remove")
        void renewal() throws IOException {
            User user = bank.addUser();
            Held held = Held.since(Held.RENEWABLE, user, bank, profile);
            Panel panel = openPanel();
            look(panel, "CCHK001");
            panel.click("issue");
            look(panel, "confirm-issue");
            panel.click("back");
            panel.choose(held.id());
            panel.click("renew");
            look(panel, "CCHK002");
            panel.type("password", user.password());
            panel.click("submit");
            look(panel, "CCHK007");
            panel.click("remove");
            look(panel, "confirm-remove");
            panel.click("confirm-remove");
            browser.until(d -> d.findElement(By.cssSelector("[data-removed]")));
            looks.at("CCHK001-removed");
        }

        @Test
        @Order(5)
        @DisplayName("error: code, what happened, what to do")
        void error() throws IOException {
            User user = bank.addUser(Plan.refused(Obstacle.values()[0]));
            Panel panel = openPanel();
            panel.beginIssue();
            panel.signIn(user.loginId(), user.password());
            look(panel, "error");
        }

        @Test
        @Order(6)
        @DisplayName("our button, the bars and CCHK902 in the bank's page")
        void page() throws IOException {
            Held.since(Held.RENEWABLE, bank.addUser(), bank, profile);
            open("/certificate");
            browser.launchButton();
            looks.at("button", browser.driver().findElement(By.tagName("inkan-launch")).getShadowRoot());
            looks.at("bar-restart", browser.notice("restart"));
            open("/login");
            looks.at("bar-expiry", browser.notice("expiry"));
            open("/abnormal-end/BZBE001011");
            looks.at("CCHK902", browser.until(d -> d.findElement(By.tagName("inkan-advice")).getShadowRoot()));
        }

        @Test
        @Order(7)
        @DisplayName("institutions, CCHK001 and confirm-others beside another page, the settings")
        void ownPages() throws IOException {
            open("/help");
            Panel panel = browser.openPanelByToolbar();
            look(panel, "institutions");
            browser.driver().findElement(By.cssSelector("[data-institution='9999']")).click();
            look(panel, "CCHK001");
            panel.click("issue");
            panel.await("confirm-issue");
            panel.click("continue-issue");
            look(panel, "confirm-others");
            browser.openExtensionPage("options/options.html");
            browser.until(d -> d.findElement(By.cssSelector("[data-setting='notifications']")));
            looks.at("settings");
        }
    }
}
