package jp.inkan.e2e.browser;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.openqa.selenium.By;
import org.openqa.selenium.ElementNotInteractableException;
import org.openqa.selenium.NoSuchElementException;
import org.openqa.selenium.NoSuchShadowRootException;
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

    static final String OWN_TAB = EXTENSION + "src/panel/tab.html";

    private final ChromeDriver driver;
    /** The panel's own tabs that the driver has looked into, by their handles. */
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
        until(d -> d.findElement(By.xpath("//*[self::a or self::button][normalize-space()='" + label + "']"))).click();
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
        launchButton().click();
        return panel();
    }

    /** The panel in the bank's page, or in the tab of its own that the driver looks at, once it is there. */
    public Panel panel() {
        return Panel.in(this);
    }

    /** Clicks the bank's own launch button once it is ours: before the host is known to be there, it is the bank's. */
    public Panel openPanelByBanksButton(String label) {
        until(d -> launchButton().getAttribute("data-takes-over").equals("true"));
        clickBank(label);
        return panel();
    }

    /** The panel in a tab of its own, once the toolbar button was pressed there. */
    public Panel openPanelByToolbar() {
        worker().pressToolbarButton();
        return panelInOwnTab();
    }

    /** The panel in a tab of its own, once it is there. */
    public Panel panelInOwnTab() {
        // Not by looking into one tab after the other: one that was unloaded answers nothing.
        String tab = until(_ -> new Targets(this).tabs(OWN_TAB).findFirst().orElse(null));
        panels.add(tab);
        driver.switchTo().window(tab);
        return Panel.here(this);
    }

    /** Looks into the panel's tab that has opened since. @return whether there is one */
    boolean lookIntoNewPanel() {
        Optional<String> opened = new Targets(this).tabs(OWN_TAB).filter(panels::add).findFirst();
        opened.ifPresent(driver.switchTo()::window);
        return opened.isPresent();
    }

    /** Has a tab of the panel's own close itself, and looks at the one that is in front then. */
    void closeOwnTab(Consumer<WebDriver> close) {
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
                .until(condition);
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
        return ofThisBrowser(command -> command.contains("--user-data-dir=") && !command.contains("--type="));
    }

    /** The host that the browser has started. */
    public ProcessHandle host() {
        return ofThisBrowser(command -> command.contains("jp.inkan.host.Main"));
    }

    private ProcessHandle ofThisBrowser(Predicate<String> command) {
        String address = String.valueOf(((Map<?, ?>) driver.getCapabilities().getCapability("chrome")).get("userDataDir"));
        return until(_ -> ProcessHandle.current().descendants()
                .filter(process -> process.info().commandLine().filter(command).isPresent())
                .filter(process -> belongsTo(process, address))
                .findFirst().orElse(null));
    }

    private static boolean belongsTo(ProcessHandle process, String userData) {
        for (Optional<ProcessHandle> each = Optional.of(process); each.isPresent(); each = each.get().parent()) {
            if (each.get().info().commandLine().orElse("").contains("--user-data-dir=" + userData)) {
                return true;
            }
        }
        return false;
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
