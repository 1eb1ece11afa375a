package jp.inkan.host.flow;

import java.security.cert.X509Certificate;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import jp.inkan.host.bank.Bank;
import jp.inkan.host.bank.BankException;
import jp.inkan.host.certificate.CertificateFacts;
import jp.inkan.host.failure.Trace;
import jp.inkan.host.institution.Endpoint;
import jp.inkan.host.institution.Institution;
import jp.inkan.host.journal.Entry;
import jp.inkan.host.journal.Journal;
import jp.inkan.host.journal.JournalException;
import jp.inkan.host.store.StoreException;
import jp.inkan.host.store.UserKeyStore;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Settles what an earlier run of the host left open, without asking the user anything. What can't be settled now (no network,
 * a proxy that wants a password, a store that is busy) stays open for the next start.
 */
public final class Recovery {
    /** Where an entry belongs. */
    public record Place(Institution institution, Endpoint endpoint, ThisPc pc) {}

    /** Knows the place of an institution. */
    @FunctionalInterface
    public interface Places {
        /** @param institutionCode four digits
         * @return nothing where its bank can't be reached by this host */
        Optional<Place> of(String institutionCode) throws StoreException;
    }

    /**
     * How an entry ended.
     *
     * @param renewal or an issue
     * @param installed the certificate that the user has now; nothing where none was made, and nothing is left
     */
    public record Settled(Institution institution, boolean renewal, Optional<Outcome> installed) {}

    /**
     * Three calls at most for each key of that name (six for an entry of another version's), while a flow of the user's may wait for its turn
     * at the store.
     */
    private static final Duration CALL_LIMIT = Duration.ofSeconds(10);
    private static final Logger LOG = LoggerFactory.getLogger(Recovery.class);

    private Recovery() {}

    /** @return those that ended */
    public static List<Settled> run(Journal journal, Places places) {
        var settled = new ArrayList<Settled>();
        try {
            for (Iterator<Entry> open = journal.open().iterator(); open.hasNext(); ) {
                settle(open.next(), places).ifPresent(settled::add);
                if (open.hasNext()) {
                    StoreTurn.letOthers();
                }
            }
        } catch (JournalException e) {
            LOG.error("What was left open can't be read: {}", Trace.of(e));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        return List.copyOf(settled);
    }

    private static Optional<Settled> settle(Entry entry, Places places) throws InterruptedException {
        try {
            Optional<Place> place = places.of(entry.institution());
            return place.isPresent() ? settle(entry.name(), place.get()) : Optional.empty();
        } catch (BankException | StoreException | JournalException | FlowFailed | Cancelled | RuntimeException | StackOverflowError e) {
            LOG.warn("{} stays open: {}", entry.name(), Trace.of(e));
            return Optional.empty();
        }
    }

    private static Optional<Settled> settle(String name, Place place)
            throws BankException, StoreException, JournalException, FlowFailed, Cancelled, InterruptedException {
        ThisPc pc = place.pc();
        // Another host may be at work, most likely on this very entry; but the browser that has left it may end it any moment.
        try (UserKeyStore.Turn _ = StoreTurn.take(pc.store());
                Bank bank = Bank.at(place.institution(), place.endpoint(), pc.clock(), pc.network(), CALL_LIMIT)) {
            Optional<Entry> entry = pc.journal().find(name);
            if (entry.isEmpty()) {
                return Optional.empty();
            }
            var settlement = new Settlement(place.institution(), pc);
            Settlement.End end = settlement.settle(entry.get(), bank, Recovery::askingNobody);
            LOG.info("{} is settled: {}", name, end.getClass().getSimpleName());
            boolean renewal = entry.get().replaces().isPresent();
            return switch (end) {
                case Settlement.End.Installed(X509Certificate certificate) -> Optional.of(new Settled(
                        place.institution(), renewal, Optional.of(outcome(place, entry.get(), certificate))));
                case Settlement.End.Nothing _ -> Optional.of(new Settled(place.institution(), renewal, Optional.empty()));
                case Settlement.End.NotOurs _, Settlement.End.KeyGone _ -> Optional.empty();
            };
        }
    }

    private static <T> T askingNobody(ThroughProxy.Call<T> call) throws BankException {
        return call.run();
    }

    private static Outcome outcome(Place place, Entry entry, X509Certificate certificate) throws StoreException {
        return Outcome.of(place.institution(), place.pc(), CertificateFacts.of(certificate).id(), entry.replaces());
    }
}
