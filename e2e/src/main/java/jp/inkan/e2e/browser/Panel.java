package jp.inkan.e2e.browser;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.openqa.selenium.By;
import org.openqa.selenium.Keys;
import org.openqa.selenium.NoSuchFrameException;
import org.openqa.selenium.NoSuchWindowException;
import org.openqa.selenium.WebDriver;
import org.openqa.selenium.WebDriverException;
import org.openqa.selenium.WebElement;
import org.openqa.selenium.interactions.Actions;

/**
 * The panel: in a frame of the bank's page, and once something is to be typed in a tab of its own, while the bank's page is unloaded.
 * While it is used, the driver looks into it; {@link #leave} looks at the page around it.
 */
public final class Panel {
    private static final By SCREEN = By.cssSelector("[data-screen]");

    private final BankBrowser browser;

    /** Whether the driver looks into a frame of the bank's page. */
    private boolean framed;

    private Panel(BankBrowser browser, boolean framed) {
        this.browser = browser;
        this.framed = framed;
    }

    static Panel in(BankBrowser browser) {
        browser.driver().switchTo().defaultContent();
        if (browser.driver().getCurrentUrl().startsWith(BankBrowser.EXTENSION)) {
            return here(browser);
        }
        WebElement frame = browser.until(d ->
                d.findElement(By.tagName("inkan-panel")).getShadowRoot().findElement(By.cssSelector("iframe")));
        browser.driver().switchTo().frame(frame);
        return new Panel(browser, true);
    }

    /** The driver looks at a tab that shows nothing but the panel. */
    static Panel here(BankBrowser browser) {
        return new Panel(browser, false);
    }

    /** Waits for something in the panel, wherever that is by then. */
    private <T> T until(Function<WebDriver, T> condition) {
        return browser.until(d -> {
            try {
                return condition.apply(d);
            } catch (WebDriverException e) {
                if (!framed || !isGone(e)) {
                    throw e;
                }
                framed = !browser.lookIntoNewPanel();
                return null;
            }
        });
    }

    /** Whether the frame has gone with its page, in the driver's several words for that. */
    private static boolean isGone(WebDriverException e) {
        return e instanceof NoSuchWindowException || e instanceof NoSuchFrameException
                || e.getMessage().contains("web view not found") || e.getMessage().contains("frame detached");
    }

    /** Chooses an institution, in a tab of the panel's own. @param code four digits */
    public void chooseInstitution(String code) {
        await("institutions");
        awaitInput();
        until(d -> {
            d.findElement(By.cssSelector("[data-action='choose'][data-institution='" + code + "']")).click();
            return true;
        });
        await("CCHK001");
    }

    /** Chooses a row of CCHK001. @param certificateId as the host names it */
    public void choose(String certificateId) {
        awaitInput();
        until(d -> {
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

    /** Waits until a screen says why it comes again. @param reason of the message contract */
    public WebElement awaitProblem(String reason) {
        return noted(".problem[data-reason='" + reason + "']");
    }

    /** It may be drawn anew before it was looked at. */
    private WebElement noted(String selector) {
        return until(d -> {
            WebElement shown = d.findElement(By.cssSelector(selector));
            Seen.note("panel", shown.getAttribute("data-code"));
            Seen.note("panel", shown.getAttribute("data-reason"));
            return shown;
        });
    }

    /** The id of the screen that is there now. */
    public String screen() {
        return until(d -> d.findElement(SCREEN).getAttribute("data-screen"));
    }

    public String text() {
        return until(d -> d.findElement(By.tagName("body")).getText());
    }

    /** Chooses 証明書発行, whatever the panel says against it where a certificate is there already, up to CCHK002. */
    public void beginIssue() {
        click("issue");
        String next = until(d ->
                Optional.of(d.findElement(SCREEN).getAttribute("data-screen")).filter(id -> !id.equals("CCHK001")).orElse(null));
        if (next.equals("confirm-issue")) {
            click("continue-issue");
        }
    }

    /**
     * Clicks once the panel takes input and nothing moves any more. Where its tab closes by that, the driver looks at what is in front then.
     *
     * @param action issue, submit, back, close or retry
     */
    public void click(String action) {
        awaitInput();
        if (action.equals("close") && !framed) {
            browser.closeOwnTab(d -> d.findElement(By.cssSelector("[data-action='close']")).click());
            return;
        }
        until(d -> {
            d.findElement(By.cssSelector("[data-action='" + action + "']")).click();
            return true;
        });
    }

    /** Waits until the panel takes input: it doesn't before the frame has been seen to be visible. */
    public void awaitInput() {
        until(d -> d.findElements(By.cssSelector("[inert]")).isEmpty());
    }

    /** Types into a field once it takes input. */
    public void type(String field, String text) {
        WebElement input = field(field);
        awaitInput();
        input.clear();
        input.sendKeys(text);
    }

    /** Touches Ctrl, as on the way to another tab: one that comes up while somebody types is taken for a theft. */
    public void lookUp() {
        new Actions(browser.driver()).sendKeys(Keys.CONTROL).perform();
    }

    public WebElement field(String name) {
        return until(d -> d.findElement(By.cssSelector("[data-field='" + name + "']")));
    }

    /** Fills CCHK002 in and sends it. */
    public void signIn(String loginId, String password) {
        await("CCHK002");
        type("loginId", loginId);
        type("password", password);
        click("submit");
    }

    public void leave() {
        browser.driver().switchTo().defaultContent();
    }
}
