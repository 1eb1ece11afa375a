package jp.inkan.host;

import java.io.BufferedOutputStream;
import java.io.FileDescriptor;
import java.io.FileInputStream;
import java.io.FileNotFoundException;
import java.io.FileOutputStream;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import jp.inkan.host.command.HostCommand;
import jp.inkan.host.flow.Recovery;
import jp.inkan.host.institution.Institutions;
import jp.inkan.host.institution.Practice;
import jp.inkan.host.journal.Journal;
import jp.inkan.host.messaging.Services;
import jp.inkan.host.messaging.Session;
import jp.inkan.host.platform.BrowserProcess;
import jp.inkan.host.platform.OperatingSystem;
import jp.inkan.host.platform.UserFolders;
import jp.inkan.host.proxy.Network;
import jp.inkan.host.registration.ExtensionIds;
import org.slf4j.LoggerFactory;

/** Started by a browser, whose arguments name the extension, it speaks native messaging; else it is a command line. */
public final class Main {
    private Main() {}

    public static void main(String[] arguments) {
        OperatingSystem.prepare();
        Optional<String> origin = Arrays.stream(arguments).filter(ExtensionIds::isOrigin).findFirst();
        System.exit(origin.isPresent() ? serve(origin.get()) : command(arguments));
    }

    private static int command(String[] arguments) {
        var store = new OpenOnce();
        return HostCommand.run(arguments, Version.CURRENT, store, Institutions::builtIn, () -> resume(store));
    }

    /** Without a browser: the same as at the start of a port. */
    private static List<Recovery.Settled> resume(OpenOnce store) {
        try (Network network = Network.ofThisPc(System.getenv())) {
            return services("", store, Institutions.builtIn(), network).recover();
        }
    }

    private static int serve(String origin) {
        OutputStream frames = new BufferedOutputStream(frames());
        // Whatever else prints, it must not get between the frames.
        System.setOut(System.err);
        if (!ExtensionIds.builtIn().origins().contains(origin)) {
            Session.refuseOrigin(frames);
            return 1;
        }
        var store = new OpenOnce();
        var institutions = Institutions.builtIn();
        var network = Network.ofThisPc(System.getenv());
        var services = services(origin.replaceFirst("/$", ""), store, institutions, network);
        Runnable warmUp = () -> WarmUp.run(store, institutions.all().getFirst(), network);
        try (network) {
            new Session(new StandardInput(), frames, services, warmUp).run();
        }
        return 0;
    }

    /** Where the launcher has put the browser's end of the pipe, away from everybody who prints; else standard output. */
    private static OutputStream frames() {
        String file = System.getProperty("inkan.frames");
        try {
            return file == null ? new FileOutputStream(FileDescriptor.out) : new FileOutputStream(file);
        } catch (FileNotFoundException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Not System.in: its buffer would keep what was read through it. And no bare FileInputStream, which asks for its position:
     * a pipe has none, and wine says so with an error. */
    private static final class StandardInput extends FilterInputStream {
        StandardInput() {
            super(new FileInputStream(FileDescriptor.in));
        }
    }

    private static Services services(String extensionOrigin, OpenOnce store, Institutions institutions, Network network) {
        var journal = new Journal(UserFolders.of(System.getenv()).ours().resolve("journal"));
        return new Services(
                Version.CURRENT, extensionOrigin, BrowserProcess.id(), institutions, Main::practice, store, journal,
                Clock.systemUTC(), network);
    }

    private static Optional<Practice> practice() {
        try {
            return Practice.fromEnvironment(System.getenv());
        } catch (IOException | IllegalArgumentException e) {
            LoggerFactory.getLogger(Main.class).error("The practice configuration can't be used: {}", e.getClass().getSimpleName());
            return Optional.empty();
        }
    }
}
