package jp.inkan.host.messaging;

import java.util.ArrayList;
import java.util.List;
import jp.inkan.host.failure.Reason;
import jp.inkan.host.failure.Trace;
import jp.inkan.host.flow.CertificateList;
import jp.inkan.host.flow.FlowFailed;
import jp.inkan.host.flow.Removal;
import jp.inkan.host.institution.Institution;
import jp.inkan.host.store.StoreException;
import jp.inkan.host.store.StoredCertificate;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Messages that have one answer and no flow. Each is answered from a thread of its own: the key store may be slow. */
final class Queries {
    private interface Query {
        HostMessage answer() throws StoreException, FlowFailed, InterruptedException;
    }

    private static final Logger LOG = LoggerFactory.getLogger(Queries.class);

    private final Services services;
    private final Outbox outbox;

    Queries(Services services, Outbox outbox) {
        this.services = services;
        this.outbox = outbox;
    }

    void list(String id, Institution institution) {
        answer(id, () -> HostMessage.Certificates.of(id, institution, services.certificates(institution)));
    }

    void survey(String id) {
        answer(id, () -> new HostMessage.Overview(id, summaries()));
    }

    void remove(String id, Institution institution, String certificateId) {
        answer(id, () -> {
            Removal.run(institution, services.store().get(), certificateId, services.clock(institution).instant());
            return new HostMessage.Removed(id, certificateId);
        });
    }

    private List<HostMessage.Overview.Summary> summaries() throws StoreException {
        List<StoredCertificate> store = services.store().get().list();
        var summaries = new ArrayList<HostMessage.Overview.Summary>();
        for (Institution institution : services.institutionsHere()) {
            var list = CertificateList.of(institution, store, services.clock(institution).instant());
            summaries.add(HostMessage.Overview.Summary.of(institution, list));
        }
        return summaries;
    }

    private void answer(String id, Query query) {
        Thread.ofVirtual().name("query-" + id).start(() -> outbox.send(answerOrError(id, query)));
    }

    private static HostMessage answerOrError(String id, Query query) {
        try {
            return query.answer();
        } catch (FlowFailed e) {
            return error(id, e.reason(), e);
        } catch (StoreException e) {
            return error(id, Reason.STORE_FAILED, e);
        } catch (InterruptedException | RuntimeException | Error e) {
            return error(id, Reason.INTERNAL, e);
        }
    }

    private static HostMessage error(String id, Reason reason, Throwable e) {
        LOG.error("Message {} can't be answered: {}: {}", id, reason.wireName(), Trace.of(e));
        return HostMessage.Error.of(id, reason);
    }
}
