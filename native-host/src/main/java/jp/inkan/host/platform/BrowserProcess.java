package jp.inkan.host.platform;

import java.time.Instant;

/**
 * The run of the browser that started this host: a certificate that was installed is used by the next run only, whatever
 * windows were closed meanwhile.
 */
public final class BrowserProcess {
    private BrowserProcess() {}

    /** @return letters, digits and hyphens; another one after a restart of the browser. "unknown" where the system won't tell. */
    public static String id() {
        return ProcessHandle.current().parent()
                .map(browser -> browser.pid() + "-" + browser.info().startInstant().map(Instant::toEpochMilli).orElse(0L))
                .orElse("unknown");
    }
}
