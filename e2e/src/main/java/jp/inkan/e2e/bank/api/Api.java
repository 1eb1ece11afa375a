package jp.inkan.e2e.bank.api;

import java.security.cert.X509Certificate;
import jp.inkan.e2e.bank.http.Ask;
import jp.inkan.e2e.bank.http.Endpoint;
import jp.inkan.e2e.bank.http.Refusals;
import jp.inkan.e2e.bank.http.Reply;
import jp.inkan.e2e.bank.http.Site;

/** Where the protocol's endpoints are, and what its other paths answer. */
public final class Api implements Refusals {
    private static final String SESSIONS = "/inkan/v1/sessions";
    private static final String REQUESTS = "/inkan/v1/requests/";
    private static final String EST = "/.well-known/est/";
    /** Of the label among the segments of an EST path. */
    private static final int LABEL = 2;

    private final String label;

    /** @param label the institution's code */
    public Api(String label) {
        this.label = label;
    }

    /** Whether a path belongs to the protocol, so that even its 404 is a problem document and not a page. */
    public static boolean owns(String path) {
        return path.startsWith("/inkan/") || path.startsWith("/.well-known/");
    }

    /** Puts the endpoints of the bank's first host in their places. */
    public void on(Site site, Endpoint sessions, Endpoint answers, Endpoint enrol, RequestsEndpoint requests,
                   X509Certificate authority) {
        site.post(SESSIONS, sessions);
        site.post(SESSIONS + "/current/answers", answers);
        site.post(EST + "*/simpleenroll", ofThisBank(enrol));
        site.get(REQUESTS + "*", requests::look);
        site.delete(REQUESTS + "*", requests::abandon);
        site.get(EST + "*/cacerts", ofThisBank(ask -> CertificateReply.of(authority)));
    }

    /** Puts the endpoint of the host that asks for certificates in its place. */
    public void onCertificateHost(Site site, Endpoint reenrol) {
        site.post(EST + "*/simplereenroll", ofThisBank(reenrol));
    }

    @Override
    public Reply notFound(Ask ask) {
        return Problem.plain(404, "Nothing here");
    }

    @Override
    public Reply methodNotAllowed(Ask ask, String allowed) {
        return Problem.plain(405, "Not with this method").with("Allow", allowed);
    }

    @Override
    public Reply tooLarge(Ask ask) {
        return Problem.requestMalformed("more than 64 KiB");
    }

    @Override
    public Reply failed(Ask ask) {
        return Problem.plain(500, "The bank failed");
    }

    private Endpoint ofThisBank(Endpoint endpoint) {
        return ask -> ask.segment(LABEL).equals(label) ? endpoint.answer(ask) : Problem.institutionUnknown();
    }
}
