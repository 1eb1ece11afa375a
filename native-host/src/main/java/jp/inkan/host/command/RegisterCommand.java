package jp.inkan.host.command;

import java.io.IOException;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import jp.inkan.host.registration.ExtensionIds;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** Tells a browser where this host is. */
@Command(name = "register", description = "Tells a browser of this user where the host is.", mixinStandardHelpOptions = true)
final class RegisterCommand implements Callable<Integer> {
    /** Set by the launcher: the program that a browser must start. */
    private static final String LAUNCHER = "inkan.launcher";

    @Mixin
    private BrowserOptions browser;

    @Spec
    private CommandSpec spec;

    @Override
    public Integer call() throws IOException {
        String launcher = System.getProperty(LAUNCHER);
        if (launcher == null) {
            throw new IOException("Start this through bin/inkan-host, so that it knows where that is");
        }
        Path file = browser.registration().write(Path.of(launcher).toAbsolutePath(), ExtensionIds.builtIn());
        spec.commandLine().getOut().println("Registered: " + file);
        return 0;
    }
}
