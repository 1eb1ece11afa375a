package jp.inkan.e2e.browser;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.HashMap;
import jp.inkan.e2e.Held;
import jp.inkan.e2e.proxy.Admission;
import jp.inkan.e2e.proxy.OfficeProxy;
import jp.inkan.e2e.proxy.Squid;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.openqa.selenium.By;
import org.openqa.selenium.WebElement;

/** The browser itself goes direct; its host goes through a real squid. */
@DisplayName("Behind an office's proxy")
class ProxyIT extends AtTheBank {
    private static final String USER = "keiri";
    private static final String PASSWORD = "proxy-Pass-1";

    private BankBrowser behind(String proxy) throws IOException {
        var environment = new HashMap<>(OfficeProxy.environment(bank, folder, profile.environment(), proxy));
        BankBrowser browser = BankBrowser.start(profile, "ja", bank.resolverRules(), environment, "--no-proxy-server");
        browser.open(bank.url().resolve("/certificate").toString());
        return browser;
    }

    @Test
    @DisplayName("CCHK008: names the proxy, says that it isn't the bank's password; G009e for a wrong one, then the renewal goes on")
    void asks() throws IOException {
        Held old = hold(Held.RENEWABLE);
        try (Squid squid = Squid.start(new Admission.Basic(USER, PASSWORD), bank.ports().keySet());
                BankBrowser browser = behind(squid.url())) {
            Panel panel = browser.openPanel();
            panel.renew(user.password());
            panel.await("CCHK008");
            assertThat(browser.driver().findElement(By.cssSelector("[data-proxy]")).getText()).contains("127.0.0.1:" + squid.port());
            assertThat(panel.text()).contains("プロキシ");
            panel.type("proxyUser", USER);
            panel.type("proxyPassword", user.password());
            panel.click("submit");
            WebElement problem = panel.awaitProblem("proxy-credentials");
            assertThat(problem.getText()).contains("G009e");
            assertThat(panel.field("proxyUser").getDomProperty("value")).isEqualTo(USER);
            assertThat(panel.field("proxyPassword").getDomProperty("value")).isEmpty();
            panel.type("proxyPassword", PASSWORD);
            panel.click("submit");
            panel.await("CCHK007");
            assertThat(bank.replacementOf(old.certificate())).isPresent();
        }
    }

    @Test
    @DisplayName("G008e: a proxy that forbids the bank is named as the network's, and nothing is issued")
    void forbidden() throws IOException {
        try (Squid squid = Squid.start(new Admission.Forbidden(), bank.ports().keySet());
                BankBrowser browser = behind(squid.url())) {
            Panel panel = browser.openPanel();
            panel.beginIssue();
            panel.signIn(user.loginId(), user.password());
            WebElement error = panel.await("error");
            assertThat(error.getAttribute("data-code")).isEqualTo("G008e");
            assertThat(error.getAttribute("data-reason")).isEqualTo("proxy-unreachable");
            assertThat(bank.issuedFor(user.loginId())).isZero();
        }
    }
}
