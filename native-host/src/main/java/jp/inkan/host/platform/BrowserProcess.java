package jp.inkan.host.platform;

import java.time.Instant;

/**
 * The run of the browser that started this host: a certificate that was installed is used by the next run only, whatever
 * windows were closed meanwhile.
 */
public final class BrowserProcess {
    private BrowserProcess() {}

    /** Set by Windows' launcher, which stands between the browser and this process. */
    private static final String TOLD = "inkan.browser";

    /** @return letters, digits and hyphens; another one after a restart of the browser. "unknown" where the system won't tell. */
    public static String id() {
        String told = System.getProperty(TOLD);
        return told != null ? told : parent();
    }

    private static String parent() {
        return ProcessHandle.current().parent()
                .map(browser -> browser.pid() + "-" + browser.info().startInstant().map(Instant::toEpochMilli).orElse(0L))
                .orElse("unknown");
    }
}
