package jp.inkan.e2e.bank.page;

import java.util.Optional;
import jp.inkan.e2e.bank.http.Ask;
import jp.inkan.e2e.bank.http.Reply;
import jp.inkan.e2e.bank.http.Site;
import jp.inkan.e2e.bank.state.Institution;
import jp.inkan.e2e.bank.visit.Visit;
import jp.inkan.e2e.bank.visit.Visits;

/** Coming in with a certificate's ticket, the top page, and going out again. */
final class VisitPages {
    /** Of the ticket among the segments of its path. */
    private static final int TICKET = 1;

    private final Institution bank;
    private final Gate gate;
    private final Visits visits;
    private final TopScreen top;

    VisitPages(Institution bank, Gate gate, Visits visits, TopScreen top) {
        this.bank = bank;
        this.gate = gate;
        this.visits = visits;
        this.top = top;
    }

    void on(Site site) {
        site.get("/login/*", this::enter);
        site.get("/top", gate.members(member -> top.screen(member).reply(bank)));
        site.post("/logout", ask -> gate.membersForm((member, form) -> leave(ask)).answer(ask));
    }

    /** The page for renewals goes on to the top page by itself when it isn't time yet. */
    private Reply enter(Ask ask) {
        Optional<Visit> visit = visits.redeem(ask.segment(TICKET));
        return visit.isPresent()
                ? VisitCookie.set(Redirect.to("/renewal"), visits.begin(visit.get())) : Redirect.to("/login");
    }

    private Reply leave(Ask ask) {
        VisitCookie.read(ask).ifPresent(visits::end);
        return VisitCookie.clear(Redirect.to("/login"));
    }
}
