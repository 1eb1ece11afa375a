package jp.inkan.host.platform;

import jp.inkan.host.platform.windows.WindowsRandom;

/** Which system this is, and what has to be set right on it before anything else runs. */
public final class OperatingSystem {
    private OperatingSystem() {}

    public static boolean isWindows() {
        return System.getProperty("os.name").startsWith("Windows");
    }

    /** Before the first random number. Loads nothing of another system's. */
    public static void prepare() {
        if (isWindows()) {
            WindowsRandom.install();
        }
    }
}
