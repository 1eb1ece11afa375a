package jp.inkan.e2e.browser;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.openqa.selenium.By;
import org.openqa.selenium.ElementNotInteractableException;
import org.openqa.selenium.NoSuchElementException;
import org.openqa.selenium.NoSuchShadowRootException;
import org.openqa.selenium.NoSuchWindowException;
import org.openqa.selenium.OutputType;
import org.openqa.selenium.SearchContext;
import org.openqa.selenium.StaleElementReferenceException;
import org.openqa.selenium.WebDriver;
import org.openqa.selenium.WebDriverException;
import org.openqa.selenium.WebElement;
import org.openqa.selenium.chrome.ChromeDriver;
import org.openqa.selenium.chrome.ChromeDriverService;
import org.openqa.selenium.chrome.ChromeOptions;
import org.openqa.selenium.support.ui.WebDriverWait;

/** A real browser with the extension, at the practice bank. Closing it ends the browser; the profile stays. */
public final class BankBrowser implements AutoCloseable {
    /** For a page, a screen, an answer of the bank: far longer than any of them takes. */
    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final Duration GLANCE = Duration.ofMillis(50);

    /** Warns at every start that it doesn't know the newest Chromium's debugging protocol, which isn't used here. */
    private static final Logger TALKATIVE = Logger.getLogger("org.openqa.selenium.devtools.CdpVersionFinder");

    static {
        TALKATIVE.setLevel(Level.OFF);
    }

    static final String EXTENSION = "chrome-extension://" + Product.EXTENSION_ID + "/";

    /** Our own page, in a tab. */
    static final String PANEL = EXTENSION + "src/panel/panel.html";

    private final ChromeDriver driver;
    /** The panels that the driver has looked into, by the handles of their tabs. */
    private final Set<String> panels = new HashSet<>();

    private BankBrowser(ChromeDriver driver) {
        this.driver = driver;
    }

    /** Starts a headless browser. @param language ja or en */
    public static BankBrowser start(Profile profile, String language) {
        return start(profile, language, profile.bank().resolverRules());
    }

    /** @param resolverRules where host names lead
     * @param more further switches */
    public static BankBrowser start(Profile profile, String language, String resolverRules, String... more) {
        return start(profile, language, resolverRules, profile.environment(), more);
    }

    /** @param pc what programs of this person see, instead of the profile's */
    public static BankBrowser start(
            Profile profile, String language, String resolverRules, Map<String, String> pc, String... more) {
        return start(Chromium.binary(), profile, language, resolverRules, pc, more);
    }

    /** @param program the browser */
    static BankBrowser start(
            Path program, Profile profile, String language, String resolverRules, Map<String, String> pc, String... more) {
        var environment = new HashMap<>(pc);
        environment.putAll(Chromium.languageOf(language));
        var service = new ChromeDriverService.Builder()
                .usingDriverExecutable(Chromium.driver().toFile())
                .usingAnyFreePort()
                .withEnvironment(environment)
                .build();
        var options = new ChromeOptions();
        options.setBinary(program.toFile());
        options.addArguments(Chromium.switches(profile, language, resolverRules, Product.find().extension()));
        options.addArguments(more);
        // Else the driver may not count tabs with pages of the extension's own among its windows.
        options.setExperimentalOption("enableExtensionTargets", true);
        options.addArguments("--headless=new", "--window-size=1100,900");
        return new BankBrowser(new ChromeDriver(service, options));
    }

    public WebDriver driver() {
        return driver;
    }

    /** Address of the browser's debugging port. */
    public String debugger() {
        return "http://" + ((Map<?, ?>) driver.getCapabilities().getCapability("goog:chromeOptions")).get("debuggerAddress");
    }

    public ServiceWorker worker() {
        return new ServiceWorker(driver.getCapabilities());
    }

    public void open(String url) {
        driver.get(url);
    }

    /** Clicks the bank's own button or link with that label. */
    public void clickBank(String label) {
        banks(label).click();
    }

    private WebElement banks(String label) {
        return until(d -> d.findElement(By.xpath("//*[self::a or self::button][normalize-space()='" + label + "']")));
    }

    /** Whether our button is on the page now. */
    public boolean hasLaunchButton() {
        return !driver.findElements(By.tagName("inkan-launch")).isEmpty();
    }

    public WebElement launchButton() {
        return until(d -> d.findElement(By.tagName("inkan-launch")).getShadowRoot().findElement(By.cssSelector("button")));
    }

    /** Clicks our button and waits for the panel. */
    public Panel openPanel() {
        away(launchButton()::click);
        return panel();
    }

    /** Clicks the bank's own launch button once it is ours: before the host is known to be there, it is the bank's. */
    public Panel openPanelByBanksButton(String label) {
        until(d -> launchButton().getAttribute("data-takes-over").equals("true"));
        away(banks(label)::click);
        return panel();
    }

    /** Presses the toolbar button, on whatever page, and waits for the panel. */
    public Panel openPanelByToolbar() {
        worker().pressToolbarButton();
        return panel();
    }

    /** The panel in the tab that has opened since, once it is there; a bank's page is unloaded by then. */
    public Panel panel() {
        // Not by looking into one tab after the other: by that the driver would load what is unloaded.
        String tab = until(_ -> new Targets(this).tabs(PANEL).filter(each -> !panels.contains(each)).findFirst().orElse(null));
        return panel(tab);
    }

    /** The panel in a tab that was there before. @param tab the driver's handle of it */
    public Panel panel(String tab) {
        panels.add(tab);
        driver.switchTo().window(tab);
        return new Panel(this);
    }

    /** Presses something by which the page goes: the driver may find nothing there any more. */
    static void away(Runnable press) {
        try {
            press.run();
        } catch (WebDriverException e) {
            if (!isGone(e)) {
                throw e;
            }
        }
    }

    /** Whether the page has gone, in the driver's several words for that. */
    private static boolean isGone(WebDriverException e) {
        return e instanceof NoSuchWindowException || e.getMessage().contains("web view not found") || e.getMessage().contains("frame detached");
    }

    /** Has the panel close its tab, and looks at the one that is in front then. */
    void closePanel(Consumer<WebDriver> close) {
        String closing = driver.getWindowHandle();
        close.accept(driver);
        until(_ -> new Targets(this).tabs("").noneMatch(closing::equals));
        String front = worker().evaluate("chrome.tabs.query({active: true, lastFocusedWindow: true}).then(([tab]) => tab.url ?? '')").asText();
        driver.switchTo().window(until(_ -> new Targets(this).tabs(front).findFirst().orElse(null)));
    }

    /** Opens a page of the extension's own. @param path below src */
    public void openExtensionPage(String path) {
        open(EXTENSION + "src/" + path);
    }

    /** A bar of ours on top of the page. @param kind expiry, restart, confirmed or missing */
    public SearchContext notice(String kind) {
        return until(d -> d.findElement(By.cssSelector("inkan-notice[data-notice='" + kind + "']")).getShadowRoot());
    }

    public boolean hasNotice(String kind) {
        return !driver.findElements(By.cssSelector("inkan-notice[data-notice='" + kind + "']")).isEmpty();
    }

    /** The look that the user prefers, as every page is told from now on. @param scheme light or dark */
    public void prefer(String scheme) {
        var feature = Map.of("name", "prefers-color-scheme", "value", scheme);
        driver.executeCdpCommand("Emulation.setEmulatedMedia", Map.of("features", List.of(feature)));
    }

    /** As by Ctrl and +, for the tab in front and whatever else is of its site. @param factor 2 for 200 % */
    public void zoom(double factor) {
        worker().evaluate("chrome.tabs.query({active: true, currentWindow: true}).then(([tab]) => chrome.tabs.setZoom(tab.id, "
                + factor + "))");
        until(_ -> driver.executeScript("return devicePixelRatio") instanceof Number ratio && ratio.doubleValue() == factor);
    }

    /** The text of an element once it is there and has some. */
    public String text(By where) {
        return until(d -> {
            String text = d.findElement(where).getText();
            return text.isBlank() ? null : text;
        });
    }

    /** Waits for a condition: something other than null and false. */
    public <T> T until(Function<WebDriver, T> condition) {
        return until(PATIENCE, condition);
    }

    /** The same, for what may take longer. */
    public <T> T until(Duration patience, Function<WebDriver, T> condition) {
        return new WebDriverWait(driver, patience, GLANCE)
                .ignoring(StaleElementReferenceException.class)
                .ignoring(NoSuchElementException.class)
                .ignoring(NoSuchShadowRootException.class)
                .ignoring(ElementNotInteractableException.class)
                .withMessage(this::place)
                .until(condition);
    }

    /** What to look at first where something was waited for in vain. */
    private String place() {
        try {
            return "at " + driver.getCurrentUrl() + " (" + driver.getTitle() + ")";
        } catch (WebDriverException e) {
            return "with no page to look at";
        }
    }

    /** Waits until the browser has ended by itself: the driver has nobody left to talk to. */
    public void awaitEnd() {
        until(d -> {
            try {
                return d.getWindowHandles().isEmpty();
            } catch (WebDriverException e) {
                return true;
            }
        });
    }

    /** The program that started everything else of this browser. */
    public ProcessHandle process() {
        return until(_ -> processes().browser().orElse(null));
    }

    /** The host that the browser has started. */
    public ProcessHandle host() {
        return until(_ -> processes().host().orElse(null));
    }

    private Processes processes() {
        return new Processes(String.valueOf(((Map<?, ?>) driver.getCapabilities().getCapability("chrome")).get("userDataDir")));
    }

    /** A picture of the window, as PNG. */
    public byte[] picture() {
        return driver.getScreenshotAs(OutputType.BYTES);
    }

    public void savePicture(Path file) throws IOException {
        Files.createDirectories(file.getParent());
        Files.write(file, picture());
    }

    @Override
    public void close() {
        driver.quit();
    }
}
