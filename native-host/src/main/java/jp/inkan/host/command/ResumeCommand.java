package jp.inkan.host.command;

import java.io.PrintWriter;
import java.util.concurrent.Callable;
import jp.inkan.host.flow.Recovery;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParentCommand;
import picocli.CommandLine.Spec;

/** Settles what was cut off, as the next start in a browser would. Prints a tab-separated line for each. */
@Command(
        name = "resume",
        description = "Finishes an issue or a renewal that was cut off, or clears away what is left of it.",
        mixinStandardHelpOptions = true)
final class ResumeCommand implements Callable<Integer> {
    @ParentCommand
    private HostCommand parent;

    @Spec
    private CommandSpec spec;

    @Override
    public Integer call() {
        PrintWriter out = spec.commandLine().getOut();
        for (Recovery.Settled settled : parent.resume()) {
            out.println(String.join("\t",
                    settled.institution().code() + " " + settled.institution().name().ja(),
                    settled.renewal() ? "renewal" : "issue",
                    settled.installed().map(outcome -> outcome.certificate().facts().commonName()).orElse("nothing was issued")));
        }
        return 0;
    }
}
