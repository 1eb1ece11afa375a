package jp.inkan.host.command;

import java.io.PrintWriter;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.concurrent.Callable;
import jp.inkan.host.certificate.CertificateFacts;
import jp.inkan.host.certificate.Standing;
import jp.inkan.host.flow.CertificateList;
import jp.inkan.host.institution.Institution;
import jp.inkan.host.store.StoreException;
import jp.inkan.host.store.UserKeyStore;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParentCommand;
import picocli.CommandLine.Spec;

/** Prints the usable certificates of this user, a tab-separated line each. */
@Command(name = "list", description = "Shows the certificates that can be used now.", mixinStandardHelpOptions = true)
final class ListCommand implements Callable<Integer> {
    private static final DateTimeFormatter JAPAN =
            DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm:ss 'JST'").withZone(ZoneId.of("Asia/Tokyo"));

    @ParentCommand
    private HostCommand parent;

    @Spec
    private CommandSpec spec;

    @Override
    public Integer call() throws StoreException {
        PrintWriter out = spec.commandLine().getOut();
        parent.resume();
        UserKeyStore store = parent.store();
        Instant now = Instant.now();
        out.println("institution\tcommon name\tserial number\tvalid until\tdays left");
        for (Institution institution : parent.institutions().all()) {
            for (Standing standing : CertificateList.of(institution, store, now).standings()) {
                CertificateFacts facts = standing.facts();
                out.println(String.join("\t", institution.code() + " " + institution.name().ja(), facts.commonName(),
                        facts.serialNumber(), JAPAN.format(facts.validUntil()), Integer.toString(standing.daysLeft())));
            }
        }
        return 0;
    }
}
