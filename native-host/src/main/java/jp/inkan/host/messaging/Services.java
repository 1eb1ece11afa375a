package jp.inkan.host.messaging;

import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import jp.inkan.host.flow.CertificateList;
import jp.inkan.host.flow.IssueFlow;
import jp.inkan.host.flow.Recovery;
import jp.inkan.host.flow.RenewFlow;
import jp.inkan.host.flow.ThisPc;
import jp.inkan.host.institution.Endpoint;
import jp.inkan.host.institution.Institution;
import jp.inkan.host.institution.Institutions;
import jp.inkan.host.institution.Practice;
import jp.inkan.host.journal.Journal;
import jp.inkan.host.proxy.Network;
import jp.inkan.host.store.StoreException;
import jp.inkan.host.store.StoreOpener;

/**
 * What a session works with.
 *
 * @param version of this host, three numbers
 * @param extensionOrigin of the extension that started this host
 * @param browserProcess {@link jp.inkan.host.platform.BrowserProcess#id}
 * @param practice the practice configuration as it is now: its clock may be moved while the host runs
 * @param store opened at its first use
 * @param journal of enrolments under way
 */
public record Services(
        String version,
        String extensionOrigin,
        String browserProcess,
        Institutions institutions,
        Supplier<Optional<Practice>> practice,
        StoreOpener store,
        Journal journal,
        Clock machineClock,
        Network network) {

    /** Every institution the user can have to do with: the practice bank only where one is configured. */
    List<Institution> institutionsHere() {
        Optional<Practice> configured = practice.get();
        return institutions.all().stream()
                .filter(each -> !each.practice() || Endpoint.ofBank(each, configured).isPresent())
                .toList();
    }

    /** The bank's time: where a practice bank has moved its clock, the practice institutions live by that. */
    Clock clock(Institution institution) {
        return institution.practice()
                ? Clock.offset(machineClock, Duration.ofSeconds(practice.get().map(Practice::clockOffsetSeconds).orElse(0L)))
                : machineClock;
    }

    CertificateList certificates(Institution institution) throws StoreException {
        return CertificateList.of(institution, store.get(), clock(institution).instant());
    }

    /** @return nothing where the institution's bank can't be reached */
    Optional<FlowSlot.Opener> issue(Institution institution) {
        return Endpoint.ofBank(institution, practice.get())
                .map(endpoint -> () -> new IssueFlow(institution, endpoint, pc(institution)));
    }

    /** @return likewise */
    Optional<FlowSlot.Opener> renew(Institution institution, String certificateId) {
        Optional<Practice> configured = practice.get();
        return Endpoint.ofBank(institution, configured).flatMap(bank -> Endpoint.ofCertificates(institution, configured)
                .map(certificates -> () -> new RenewFlow(institution, bank, certificates, pc(institution), certificateId)));
    }

    /** Settles what an earlier run of the host left open; {@link Recovery#run}. */
    public List<Recovery.Settled> recover() {
        return Recovery.run(journal, this::place);
    }

    private Optional<Recovery.Place> place(String institutionCode) throws StoreException {
        Optional<Institution> institution = institutions.byCode(institutionCode).filter(Institution::supported);
        Optional<Endpoint> endpoint = institution.flatMap(each -> Endpoint.ofBank(each, practice.get()));
        return endpoint.isPresent()
                ? Optional.of(new Recovery.Place(institution.get(), endpoint.get(), pc(institution.get())))
                : Optional.empty();
    }

    private ThisPc pc(Institution institution) throws StoreException {
        return new ThisPc(store.get(), journal, clock(institution), network);
    }
}
