package jp.inkan.e2e.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.util.List;
import java.util.stream.StreamSupport;
import jp.inkan.e2e.Held;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.openqa.selenium.By;

@DisplayName("Before a certificate expires")
class ExpiryIT extends AtTheBank {
    private static List<String> ids(JsonNode notifications) {
        return StreamSupport.stream(notifications.spliterator(), false).map(JsonNode::asText).toList();
    }

    /** Waits until the worker has looked at every certificate. */
    private static List<String> notificationsOf(BankBrowser browser, int count) {
        return browser.until(_ -> {
            List<String> shown = ids(browser.worker().notifications());
            return shown.size() >= count ? shown : null;
        });
    }

    private static void awaitBadge(BankBrowser browser, String days) {
        browser.until(_ -> browser.worker().badge().equals(days));
    }

    private static JsonNode told(BankBrowser browser) {
        return browser.until(_ -> {
            JsonNode told = browser.worker().evaluate("chrome.storage.local.get('toldOfExpiry').then((s) => s.toldOfExpiry ?? null)");
            return told.isObject() ? told : null;
        });
    }

    @Test
    @DisplayName("a notification for each certificate and the days on the toolbar button; none for one that isn't near its end, or past it")
    void notifies() throws IOException {
        Held mine = hold(Held.RENEWABLE);
        Held other = hold(Held.RENEWABLE.plusDays(5), bank.addUser());
        hold(Held.TOO_EARLY, bank.addUser());
        hold(Held.EXPIRED, bank.addUser());
        try (BankBrowser browser = start()) {
            assertThat(notificationsOf(browser, 2))
                    .containsExactlyInAnyOrder("expiry-9999-" + mine.id(), "expiry-9999-" + other.id());
            awaitBadge(browser, "21");
        }
    }

    @Test
    @DisplayName("once a day at most: not again when the browser is started again; the days stay on the button")
    void onceADay() {
        Held held = hold(Held.RENEWABLE);
        try (BankBrowser browser = start()) {
            notificationsOf(browser, 1);
            assertThat(told(browser).path("ids")).extracting(JsonNode::asText).containsExactly(held.id());
        }
        try (BankBrowser browser = start()) {
            awaitBadge(browser, "26");
            assertThat(ids(browser.worker().notifications())).isEmpty();
            browser.worker().evaluate("chrome.storage.local.get('toldOfExpiry').then(({toldOfExpiry}) => "
                    + "chrome.storage.local.set({toldOfExpiry: {...toldOfExpiry, day: '2000-01-01'}}))");
        }
        try (BankBrowser browser = start()) {
            assertThat(notificationsOf(browser, 1)).containsExactly("expiry-9999-" + held.id());
        }
    }

    @Test
    @DisplayName("a press of the notification opens the panel at that institution")
    void pressed() {
        Held held = hold(Held.RENEWABLE);
        try (BankBrowser browser = start()) {
            browser.worker().pressNotification(notificationsOf(browser, 1).getFirst());
            Panel panel = browser.panel();
            assertThat(panel.certificates()).containsExactly(held.id());
            panel.renew(user.password());
            panel.await("CCHK007");
        }
    }

    @Test
    @DisplayName("nothing at all once the setting is off")
    void off() {
        hold(Held.RENEWABLE);
        profile.unregisterHost(Product.find());
        try (BankBrowser browser = start()) {
            browser.openExtensionPage("options/options.html");
            browser.until(d -> d.findElement(By.cssSelector("[data-setting='notifications']"))).click();
            browser.until(d -> d.findElement(By.cssSelector(".saved")).getText().isBlank() ? null : true);
        }
        profile.registerHost(Product.find());
        try (BankBrowser browser = start()) {
            // The worker has looked: it writes down of what it has told, which is nothing.
            assertThat(told(browser).path("ids")).isEmpty();
            assertThat(ids(browser.worker().notifications())).isEmpty();
            assertThat(browser.worker().badge()).isEmpty();
        }
    }

    @Test
    @DisplayName("BLGI001: a bar on the login page names it, with the days left, and leads to the renewal")
    void loginPage() {
        hold(Held.RENEWABLE);
        try (BankBrowser browser = at("/login")) {
            var notice = browser.notice("expiry");
            assertThat(notice.findElement(By.cssSelector("[role=status]")).getText()).contains(user.loginId() + " A001", "26");
            Accessibility.assertNothingWrong(browser.driver(), notice);
            BankBrowser.away(notice.findElement(By.cssSelector("[data-action='renew']"))::click);
            Panel panel = browser.panel();
            panel.renew(user.password());
            panel.await("CCHK007");
        }
    }

    @Test
    @DisplayName("BLGI001: no bar where nothing expires soon")
    void quietLoginPage() {
        hold(Held.TOO_EARLY);
        try (BankBrowser browser = at("/login")) {
            told(browser);
            browser.driver().navigate().refresh();
            browser.open(bank.url().resolve("/certificate").toString());
            browser.until(_ -> browser.launchButton().getAttribute("data-takes-over").equals("true"));
            assertThat(browser.hasNotice("expiry")).isFalse();
        }
    }
}
