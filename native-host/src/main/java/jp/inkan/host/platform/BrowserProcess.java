package jp.inkan.host.platform;

import java.time.Instant;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * The run of the browser that started this host: a certificate that was installed is used by the next run only, whatever
 * windows were closed meanwhile.
 */
public final class BrowserProcess {
    private BrowserProcess() {}

    /** On Windows our launcher stands between the two, and older browsers put a command interpreter there, too. */
    private static ProcessHandle browserAbove(ProcessHandle launcher) {
        return Stream.iterate(launcher.parent(), Optional::isPresent, above -> above.get().parent())
                .map(Optional::get)
                .limit(4)
                .filter(above -> above.info().command().filter(BROWSER.asMatchPredicate()).isPresent())
                .findFirst()
                .or(launcher::parent)
                .orElse(launcher);
    }

    private static final Pattern BROWSER = Pattern.compile("(?i).*[\\\\/](chrome|msedge|chromium|brave|vivaldi|opera)\\.exe");

    /** @return letters, digits and hyphens; another one after a restart of the browser. "unknown" where the system won't tell. */
    public static String id() {
        Optional<ProcessHandle> parent = ProcessHandle.current().parent();
        return (OperatingSystem.isWindows() ? parent.map(BrowserProcess::browserAbove) : parent)
                .map(browser -> browser.pid() + "-" + browser.info().startInstant().map(Instant::toEpochMilli).orElse(0L))
                .orElse("unknown");
    }
}
