package jp.inkan.host.command;

import java.io.IOException;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** Takes {@link RegisterCommand} back. */
@Command(name = "unregister", description = "Makes a browser of this user forget the host.", mixinStandardHelpOptions = true)
final class UnregisterCommand implements Callable<Integer> {
    @Mixin
    private BrowserOptions browser;

    @Spec
    private CommandSpec spec;

    @Override
    public Integer call() throws IOException {
        boolean removed = browser.registration().remove();
        spec.commandLine().getOut().println(removed ? "Unregistered" : "It wasn't registered there");
        return 0;
    }
}
