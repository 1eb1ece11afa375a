package jp.inkan.e2e.browser;

import java.util.List;
import java.util.Optional;
import org.openqa.selenium.By;
import org.openqa.selenium.Keys;
import org.openqa.selenium.WebElement;
import org.openqa.selenium.interactions.Actions;

/** The panel, our own page in a tab, into which the driver looks. */
public final class Panel {
    private static final By SCREEN = By.cssSelector("[data-screen]");

    private final BankBrowser browser;

    Panel(BankBrowser browser) {
        this.browser = browser;
    }

    /** Chooses an institution. @param code four digits */
    public void chooseInstitution(String code) {
        await("institutions");
        awaitInput();
        browser.until(d -> {
            d.findElement(By.cssSelector("[data-action='choose'][data-institution='" + code + "']")).click();
            return true;
        });
        await("CCHK001");
    }

    /** Chooses a row of CCHK001. @param certificateId as the host names it */
    public void choose(String certificateId) {
        awaitInput();
        browser.until(d -> {
            d.findElement(By.cssSelector("[data-certificate='" + certificateId + "'] label")).click();
            return true;
        });
    }

    /** The ids of the rows of CCHK001. */
    public List<String> certificates() {
        await("CCHK001");
        return browser.driver().findElements(By.cssSelector("li[data-certificate]")).stream()
                .map(row -> row.getAttribute("data-certificate")).toList();
    }

    /** Renews the chosen row, up to the screen after CCHK002. */
    public void renew(String password) {
        click("renew");
        await("CCHK002");
        type("password", password);
        click("submit");
    }

    /** Waits for a screen. @param id as the host and the manuals name it, CCHK001 */
    public WebElement await(String id) {
        return noted("[data-screen='" + id + "']");
    }

    /**
     * Waits for something, and agrees on the way that other pages are unloaded: the driver loads them again when it looks around, and at the next
     * focus the panel asks anew.
     */
    private WebElement find(String selector) {
        return browser.until(d -> {
            List<WebElement> found = d.findElements(By.cssSelector(selector));
            if (found.isEmpty()) {
                d.findElement(By.cssSelector("main:not([inert]) [data-screen='confirm-others'] [data-action='continue']")).click();
                return null;
            }
            return found.getFirst();
        });
    }

    /** Waits until a screen says why it comes again. @param reason of the message contract */
    public WebElement awaitProblem(String reason) {
        return noted(".problem[data-reason='" + reason + "']");
    }

    /** It may be drawn anew before it was looked at. */
    private WebElement noted(String selector) {
        return browser.until(_ -> {
            WebElement shown = find(selector);
            Seen.note("panel", shown.getAttribute("data-code"));
            Seen.note("panel", shown.getAttribute("data-reason"));
            return shown;
        });
    }

    /** The id of the screen that is there now. */
    public String screen() {
        return browser.until(d -> d.findElement(SCREEN).getAttribute("data-screen"));
    }

    public String text() {
        return browser.until(d -> d.findElement(By.tagName("body")).getText());
    }

    /** Chooses 証明書発行, whatever the panel says against it, and agrees that other pages are unloaded. */
    public void beginIssue() {
        click("issue");
        if (next(List.of("CCHK001")).equals("confirm-issue")) {
            click("continue-issue");
        }
        if (next(List.of("CCHK001", "confirm-issue")).equals("confirm-others")) {
            click("continue");
        }
    }

    /** The id of the screen that comes after these. */
    private String next(List<String> before) {
        return browser.until(d ->
                Optional.of(d.findElement(SCREEN).getAttribute("data-screen")).filter(id -> !before.contains(id)).orElse(null));
    }

    /**
     * Clicks once the panel takes input and nothing moves any more. Where its tab closes by that, the driver looks at the one in front then.
     *
     * @param action issue, submit, back, close or retry
     */
    public void click(String action) {
        awaitInput();
        if (action.equals("close")) {
            browser.closePanel(d -> d.findElement(By.cssSelector("[data-action='close']")).click());
            return;
        }
        browser.until(_ -> {
            find("[data-action='" + action + "']").click();
            return true;
        });
    }

    /** Waits until the panel takes input: it doesn't before it has been seen to be visible. */
    public void awaitInput() {
        browser.until(d -> d.findElements(By.cssSelector("[inert]")).isEmpty());
    }

    /** Types into a field once it takes input. */
    public void type(String field, String text) {
        browser.until(_ -> {
            WebElement input = field(field);
            awaitInput();
            input.clear();
            input.sendKeys(text);
            return true;
        });
    }

    /** Touches Ctrl, as on the way to another tab: one that comes up while somebody types is taken for a theft. */
    public void lookUp() {
        new Actions(browser.driver()).sendKeys(Keys.CONTROL).perform();
    }

    public WebElement field(String name) {
        return find("[data-field='" + name + "']");
    }

    /** Fills CCHK002 in and sends it. */
    public void signIn(String loginId, String password) {
        await("CCHK002");
        type("loginId", loginId);
        type("password", password);
        click("submit");
    }
}
