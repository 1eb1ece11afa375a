package jp.inkan.e2e.browser;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Which browser to use, and the switches it is started with. */
public final class Chromium {
    private Chromium() {}

    /** @return {@code INKAN_BROWSER}, or Chromium */
    public static Path binary() {
        String chosen = System.getenv("INKAN_BROWSER");
        return chosen != null ? Path.of(chosen) : onPath("chromium");
    }

    /** @return {@code INKAN_BROWSER_KIND}: chrome, edge or chromium */
    public static String kind() {
        return System.getenv().getOrDefault("INKAN_BROWSER_KIND", "chromium").toLowerCase(Locale.ROOT);
    }

    static Path driver() {
        return onPath("chromedriver");
    }

    /**
     * @param language ja or en
     * @param resolverRules where host names lead; everything else leads nowhere
     */
    public static List<String> switches(Profile profile, String language, String resolverRules, Path extension) {
        var switches = new ArrayList<>(List.of(
                "--user-data-dir=" + profile.userData(),
                "--load-extension=" + extension,
                "--host-resolver-rules=" + resolverRules,
                "--lang=" + language,
                "--disable-gpu",
                "--disable-quic",
                "--no-first-run",
                "--no-default-browser-check",
                "--disable-background-networking",
                "--disable-component-update",
                "--disable-sync",
                "--password-store=basic"));
        if (isRoot()) {
            switches.add("--no-sandbox");
        }
        return switches;
    }

    /** Chromium on Linux takes its language from the environment. */
    public static Map<String, String> languageOf(String language) {
        return Map.of("LANGUAGE", language, "LANG", language.equals("ja") ? "ja_JP.UTF-8" : "en_US.UTF-8");
    }

    private static boolean isRoot() {
        return System.getProperty("user.name").equals("root");
    }

    private static Path onPath(String program) {
        for (String folder : System.getenv("PATH").split(":")) {
            Path candidate = Path.of(folder, program);
            if (Files.isExecutable(candidate)) {
                return candidate;
            }
        }
        throw new IllegalStateException(program + " isn't installed");
    }
}
