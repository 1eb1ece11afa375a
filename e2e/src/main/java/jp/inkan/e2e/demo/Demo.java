package jp.inkan.e2e.demo;

import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code ./dev demo}: with a display, a person clicks through it; without one it plays the person. */
@Command(name = "demo", mixinStandardHelpOptions = true, description = "Issues a certificate from the practice bank.")
public final class Demo implements Callable<Integer> {
    @Option(names = "--headless", description = "Play the user, and save pictures under target/demo.")
    private boolean headless;

    @Option(names = "--readme", description = "With --headless: renew the pictures of the README and of the stores, too.")
    private boolean forReadme;

    /** Ends with 0 if the practice bank has seen the new certificate after the browser was restarted. */
    public static void main(String[] arguments) {
        System.exit(new CommandLine(new Demo())
                .setExecutionExceptionHandler((e, command, _) -> {
                    command.getErr().println(e);
                    return CommandLine.ExitCode.SOFTWARE;
                })
                .execute(arguments));
    }

    @Override
    public Integer call() throws Exception {
        if (headless || !hasDisplay()) {
            PlayedDemo.run(forReadme);
        } else {
            PersonsDemo.run();
        }
        return 0;
    }

    private static boolean hasDisplay() {
        return System.getenv("DISPLAY") != null || System.getenv("WAYLAND_DISPLAY") != null;
    }
}
