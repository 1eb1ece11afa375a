package jp.inkan.e2e.bank;

import jp.inkan.e2e.bank.api.Api;
import jp.inkan.e2e.bank.http.Ask;
import jp.inkan.e2e.bank.http.Refusals;
import jp.inkan.e2e.bank.http.Reply;

/** Refuses programs with problem documents and people with pages. */
record Refusing(Refusals programs, Refusals people) implements Refusals {
    @Override
    public Reply notFound(Ask ask) {
        return of(ask).notFound(ask);
    }

    @Override
    public Reply methodNotAllowed(Ask ask, String allowed) {
        return of(ask).methodNotAllowed(ask, allowed);
    }

    @Override
    public Reply tooLarge(Ask ask) {
        return of(ask).tooLarge(ask);
    }

    @Override
    public Reply failed(Ask ask) {
        return of(ask).failed(ask);
    }

    private Refusals of(Ask ask) {
        return Api.owns(ask.path()) ? programs : people;
    }
}
