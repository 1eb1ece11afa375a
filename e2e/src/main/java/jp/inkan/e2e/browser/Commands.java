package jp.inkan.e2e.browser;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;

/** Runs small programs to their end. */
public final class Commands {
    private Commands() {}

    /** @param environment added to ours
     * @return what it printed
     * @throws IllegalStateException if it fails, with what it printed */
    public static String run(Map<String, String> environment, String... command) {
        try {
            var builder = new ProcessBuilder(List.of(command)).redirectErrorStream(true);
            builder.environment().putAll(environment);
            Process process = builder.start();
            process.getOutputStream().close();
            String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            if (process.waitFor() != 0) {
                throw new IllegalStateException(command[0] + ": " + output);
            }
            return output;
        } catch (IOException e) {
            throw new IllegalStateException("Can't run " + command[0], e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
