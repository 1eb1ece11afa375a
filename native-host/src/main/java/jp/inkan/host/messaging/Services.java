package jp.inkan.host.messaging;

import java.time.Clock;
import java.util.Optional;
import jp.inkan.host.flow.IssueFlow;
import jp.inkan.host.institution.Endpoint;
import jp.inkan.host.institution.Institution;
import jp.inkan.host.institution.Institutions;
import jp.inkan.host.institution.Practice;
import jp.inkan.host.store.StoreException;
import jp.inkan.host.store.StoreOpener;

/**
 * What a session works with.
 *
 * @param version of this host, three numbers
 * @param store opened at its first use
 */
public record Services(
        String version, Institutions institutions, Optional<Practice> practice, StoreOpener store, Clock clock) {

    Optional<Endpoint> endpoint(Institution institution) {
        return Endpoint.of(institution, practice);
    }

    IssueFlow issue(Institution institution, Endpoint endpoint) throws StoreException {
        return new IssueFlow(institution, endpoint, store.get(), clock);
    }
}
