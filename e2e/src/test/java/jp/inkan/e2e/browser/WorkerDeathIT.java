package jp.inkan.e2e.browser;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import jp.inkan.e2e.Held;
import jp.inkan.e2e.bank.fault.Fault;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.openqa.selenium.By;

/** The service worker ends at once and without a word, and with it the port to the host. */
@DisplayName("When the extension's worker dies")
class WorkerDeathIT extends AtTheBank {
    private static final String ENROL = "/.well-known/est/9999/simpleenroll";
    /** Longer than the browser lets a host live whose port is gone. */
    private static final Fault BUSY = new Fault.Status(503, Duration.ofSeconds(8));

    private Panel atSignIn(BankBrowser browser) {
        Panel panel = browser.openPanel();
        panel.beginIssue();
        panel.await("CCHK002");
        return panel;
    }

    private void awaitStage(BankBrowser browser, String stage) {
        browser.until(d -> d.findElement(By.cssSelector("[data-screen='progress'][data-stage='" + stage + "']")));
    }

    /** The panel has noticed by itself, offers another try, and the try succeeds. */
    private void goOnAfterLoss(Panel panel) {
        panel.await("lost");
        panel.click("retry");
        panel.await("CCHK001");
        panel.beginIssue();
        panel.signIn(user.loginId(), user.password());
        panel.await("CCHK007");
        assertThat(bank.issuedFor(user.loginId())).isEqualTo(1);
    }

    /** The old host finishes it, or the next one does. */
    private void assertComesByItself(BankBrowser browser, Panel panel) {
        panel.await("lost");
        panel.click("retry");
        // A host that the worker has left may go on for as long as its bank is busy, and the next one waits for it.
        browser.until(Duration.ofSeconds(90), _ -> panel.certificates().size() == 1);
        browser.until(d -> d.findElement(By.cssSelector("[data-note='restart']")));
        assertThat(bank.issuedFor(user.loginId())).isEqualTo(1);
    }

    @Test
    @DisplayName("with no panel open, the next press of the button finds another worker")
    void nothingOpen() {
        try (BankBrowser browser = at("/certificate")) {
            browser.until(_ -> browser.launchButton().getAttribute("data-takes-over").equals("true"));
            browser.worker().stop();
            browser.until(_ -> browser.launchButton().getAttribute("data-takes-over").equals("false"));
            browser.openPanel().await("CCHK001");
        }
    }

    @Test
    @DisplayName("under the list (CCHK001), the next press says so and another try goes on")
    void list() {
        try (BankBrowser browser = at("/certificate")) {
            Panel panel = browser.openPanel();
            panel.await("CCHK001");
            browser.worker().stop();
            panel.click("issue");
            goOnAfterLoss(panel);
        }
    }

    @Test
    @DisplayName("under a prompt (CCHK002), the panel says so by itself and another try goes on")
    void prompt() {
        try (BankBrowser browser = at("/certificate")) {
            Panel panel = atSignIn(browser);
            panel.type("password", "typed before");
            browser.worker().stop();
            goOnAfterLoss(panel);
        }
    }

    @Test
    @DisplayName("under an answer that the bank hasn't taken yet, the panel says so by itself and another try goes on")
    void answerSent() {
        try (BankBrowser browser = at("/certificate")) {
            var released = new CountDownLatch(1);
            bank.answerNext("/inkan/v1/sessions", new Fault.Late(released));
            Panel panel = atSignIn(browser);
            panel.signIn(user.loginId(), user.password());
            panel.await("progress");
            browser.worker().stop();
            panel.await("lost");
            released.countDown();
            goOnAfterLoss(panel);
        }
    }

    @Test
    @DisplayName("past the point of no return, before the bank has issued, the certificate comes at the next try")
    void requested() {
        try (BankBrowser browser = at("/certificate")) {
            bank.answerNext(ENROL, BUSY);
            Panel panel = atSignIn(browser);
            panel.signIn(user.loginId(), user.password());
            awaitStage(browser, "requesting");
            browser.worker().stop();
            goOnAfterLoss(panel);
        }
    }

    @Test
    @DisplayName("past the point of no return, after the bank has issued, the certificate comes by itself, and the restart is asked for")
    void issued() {
        try (BankBrowser browser = at("/certificate")) {
            bank.answerNext(ENROL, new Fault.DropConnection());
            bank.answerNext(ENROL, BUSY);
            Panel panel = atSignIn(browser);
            panel.signIn(user.loginId(), user.password());
            browser.until(_ -> bank.issuedFor(user.loginId()) == 1);
            browser.worker().stop();
            assertComesByItself(browser, panel);
        }
    }

    @Test
    @DisplayName("and the host just gets the certificate into the store before it goes, too, the restart is asked for")
    void finishedWithoutUs() {
        try (BankBrowser browser = at("/certificate")) {
            var released = new CountDownLatch(1);
            bank.answerNext(ENROL, new Fault.Late(released));
            Panel panel = atSignIn(browser);
            panel.signIn(user.loginId(), user.password());
            awaitStage(browser, "requesting");
            browser.worker().stop();
            released.countDown();
            assertComesByItself(browser, panel);
        }
    }

    @Test
    @DisplayName("after success (CCHK007), the reminder of the restart stays: on the page, in the list and on the toolbar")
    void done() {
        try (BankBrowser browser = at("/certificate")) {
            Panel panel = atSignIn(browser);
            panel.signIn(user.loginId(), user.password());
            panel.await("CCHK007");
            browser.worker().stop();
            panel.click("close");
            panel = browser.openPanel();
            panel.await("CCHK001");
            browser.until(d -> d.findElement(By.cssSelector("[data-note='restart']")));
            panel.click("close");
            browser.notice("restart");
            assertThat(browser.worker().badge()).isEqualTo("!");
            browser.worker().stop();
            browser.open(bank.url().toString());
            browser.notice("restart");
        }
    }

    @Test
    @DisplayName("with a reminder of the expiry on the screen, that still leads to the panel, and doesn't come twice")
    void notification() {
        Held held = hold(Held.RENEWABLE);
        try (BankBrowser browser = at("/help")) {
            String id = "expiry-9999-" + held.id();
            browser.until(_ -> browser.worker().notifications().toString().contains(id));
            browser.worker().stop();
            browser.open(bank.url().toString());
            browser.notice("expiry");
            // Counted as they are made: one that nobody presses goes after a while.
            browser.worker().evaluate("""
                    globalThis.made = 0;
                    const {create} = chrome.notifications;
                    chrome.notifications.create = (...all) => { globalThis.made += 1; return create.apply(chrome.notifications, all); };
                    const {set} = chrome.storage.local;
                    chrome.storage.local.set = async (all) => { await set.call(chrome.storage.local, all); globalThis.looked ||= 'toldOfExpiry' in all; };
                    """);
            browser.worker().evaluate("chrome.alarms.onAlarm.dispatch({name: 'daily'})");
            browser.until(_ -> browser.worker().evaluate("Boolean(globalThis.looked)").asBoolean());
            assertThat(browser.worker().evaluate("globalThis.made").asInt()).isZero();
            browser.worker().pressNotification(id);
            browser.panel().await("CCHK001");
            assertThat(browser.worker().notifications()).isEmpty();
        }
    }
}
