package jp.inkan.e2e.crash;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import jp.inkan.e2e.browser.Commands;
import jp.inkan.e2e.browser.Product;

/** Watches the steps of one host, and has something happen before one of them; see {@code src/test/native/steps.c}. */
final class Watch {
    private static final Path LIBRARY = compile();

    private final Path trace;

    /** @param folder for what it writes */
    Watch(Path folder) {
        trace = folder.resolve("steps");
    }

    private static Path compile() {
        try {
            Path module = Product.root().resolve("e2e");
            Path library = Files.createDirectories(module.resolve("target")).resolve("steps.so");
            Commands.run(Map.of(), "gcc", "-O1", "-Wall", "-Wextra", "-Werror", "-shared", "-fPIC", "-o", library.toString(),
                    module.resolve("src/test/native/steps.c").toString(), "-ldl");
            return library;
        } catch (IOException e) {
            throw new ExceptionInInitializerError(e);
        }
    }

    /** The environment of a host that is watched, and nothing else happens. */
    Map<String, String> environment(Map<String, String> pc) {
        var environment = new HashMap<>(pc);
        environment.put("LD_PRELOAD", LIBRARY.toString());
        environment.put("STEPS_TRACE", trace.toString());
        return environment;
    }

    /** @param deed as {@code steps.c} calls it */
    Map<String, String> environment(Map<String, String> pc, int step, String deed) {
        var environment = new HashMap<>(environment(pc));
        environment.put("STEPS_AT", Integer.toString(step));
        environment.put("STEPS_DO", deed);
        environment.put("STEPS_JUMP", Long.toString(Mishap.JUMP.toSeconds()));
        return environment;
    }

    List<Step> steps() {
        return Step.of(trace);
    }

    /** Whether the host waits before the step. */
    boolean paused() {
        return Files.exists(trace.resolveSibling("steps.at"));
    }

    /** Lets it go on. */
    void go() throws IOException {
        Files.createFile(trace.resolveSibling("steps.go"));
    }
}
