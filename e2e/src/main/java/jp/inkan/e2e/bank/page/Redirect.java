package jp.inkan.e2e.bank.page;

import jp.inkan.e2e.bank.http.Reply;

/** To another page, as a GET (RFC 9110 section 15.4.4). */
final class Redirect {
    private Redirect() {
    }

    /** @param location a path of the same host, or a whole address */
    static Reply.Response to(String location) {
        return Reply.empty(303).with("Location", location).with("Cache-Control", "no-store");
    }
}
