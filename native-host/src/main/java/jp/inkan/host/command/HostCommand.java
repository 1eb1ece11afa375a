package jp.inkan.host.command;

import java.util.List;
import java.util.function.Supplier;
import jp.inkan.host.flow.Recovery;
import jp.inkan.host.institution.Institutions;
import jp.inkan.host.store.StoreException;
import jp.inkan.host.store.StoreOpener;
import jp.inkan.host.store.UserKeyStore;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code inkan-host}, as a person or an installer calls it. Exit codes: 0 done, 1 failed, 2 wrong words. */
@Command(
        name = "inkan-host",
        mixinStandardHelpOptions = true,
        description = "The native-messaging host of Inkan. A browser starts it; these are for people and installers.",
        subcommands = {ListCommand.class, ResumeCommand.class, RegisterCommand.class, UnregisterCommand.class})
public final class HostCommand implements Runnable {
    @Spec
    private CommandSpec spec;

    private final StoreOpener store;
    private final Supplier<Institutions> institutions;
    private final Supplier<List<Recovery.Settled>> resume;

    private HostCommand(
            StoreOpener store, Supplier<Institutions> institutions, Supplier<List<Recovery.Settled>> resume) {
        this.store = store;
        this.institutions = institutions;
        this.resume = resume;
    }

    /** @param resume settles what an earlier run left open
     * @return the exit code */
    public static int run(
            String[] arguments,
            String version,
            StoreOpener store,
            Supplier<Institutions> institutions,
            Supplier<List<Recovery.Settled>> resume) {
        var line = new CommandLine(new HostCommand(store, institutions, resume));
        line.getCommandSpec().version("inkan-host " + version);
        line.setCaseInsensitiveEnumValuesAllowed(true);
        line.setExecutionExceptionHandler((e, command, _) -> {
            command.getErr().println(e.getMessage());
            return CommandLine.ExitCode.SOFTWARE;
        });
        return line.execute(arguments);
    }

    @Override
    public void run() {
        throw new ParameterException(spec.commandLine(), "Say what to do");
    }

    UserKeyStore store() throws StoreException {
        return store.get();
    }

    List<Recovery.Settled> resume() {
        return resume.get();
    }

    Institutions institutions() {
        return institutions.get();
    }
}
