package jp.inkan.e2e.bank.http;

/** What a site says to requests that none of its endpoints sees. */
public interface Refusals {
    /** Nothing is there. */
    Reply notFound(Ask ask);

    /** @param allowed methods separated by comma and space, as in the Allow header */
    Reply methodNotAllowed(Ask ask, String allowed);

    /** More than {@link Ask#MAX_BODY} bytes, or {@link Ask#MAX_FORM} where those are allowed. */
    Reply tooLarge(Ask ask);

    /** The bank's own fault. */
    Reply failed(Ask ask);
}
