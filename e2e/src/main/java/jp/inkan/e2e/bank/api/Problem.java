package jp.inkan.e2e.bank.api;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Duration;
import jp.inkan.e2e.bank.http.Reply;
import jp.inkan.e2e.bank.state.Obstacle;

/**
 * A refusal as a problem document (RFC 9457); one method for each row of the table in BANK-PROTOCOL.md.
 *
 * @param type      a URN that ends in the reason, or {@code about:blank} where the status says it all
 * @param title     English, for logs
 * @param status    of the response
 * @param code      of the manuals' error tables, such as G006e
 * @param triesLeft 1 or more, only with wrong credentials and wrong answers
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Problem(String type, String title, int status, String code, Integer triesLeft) {
    private static final String URN = "urn:inkan:problem:";

    static Reply credentials(int triesLeft) {
        return new Problem(URN + "credentials", "Wrong login id or password", 401, "G006e", triesLeft).reply()
                .with("WWW-Authenticate", "Bearer");
    }

    static Reply loginLocked() {
        return new Problem(URN + "login-locked", "Too many wrong passwords or answers", 403, "G005e", null).reply();
    }

    static Reply answerWrong(int triesLeft) {
        return new Problem(URN + "answer-wrong", "Wrong answer to a step", 401, "G006e", triesLeft).reply()
                .with("WWW-Authenticate", "Bearer");
    }

    static Reply stepUnexpected() {
        return new Problem(URN + "step-unexpected", "Another step is wanted", 409, "G005e", null).reply();
    }

    /** The right password, but something at the bank comes first. */
    static Reply obstacle(Obstacle obstacle) {
        return new Problem(URN + obstacle.reason(), "Not before the customer has settled this with the bank", 403,
                obstacle.code(), null).reply();
    }

    static Reply certificateUnknown() {
        return new Problem(URN + "certificate-unknown", "Not a certificate of this bank, or another one came with TLS",
                404, "G004e", null).reply();
    }

    static Reply certificateRevoked() {
        return new Problem(URN + "certificate-revoked", "The certificate was revoked", 403, "G004e", null).reply();
    }

    static Reply notRenewable() {
        return new Problem(URN + "not-renewable", "Too early to renew the certificate, or too late", 403, "G004e", null)
                .reply();
    }

    static Reply alreadyIssued() {
        return new Problem(URN + "already-issued", "Another request has a certificate", 409, "G004e", null).reply();
    }

    static Reply requestAbandoned() {
        return new Problem(URN + "request-abandoned", "The request was given up by its sender", 409, "G005e", null).reply();
    }

    static Reply sessionExpired() {
        return new Problem(URN + "session-expired", "No session, or one that is over", 401, "G005e", null).reply()
                .with("WWW-Authenticate", "Bearer");
    }

    /** @param why English, for logs; nothing of what the client sent */
    static Reply requestMalformed(String why) {
        return new Problem(URN + "request-malformed", "Malformed request: " + why, 400, "G005e", null).reply();
    }

    static Reply institutionUnknown() {
        return new Problem(URN + "institution-unknown", "Not this bank's EST label", 404, "G004e", null).reply();
    }

    /** @param retryAfter whole seconds; zero leaves the header out, which only a test's fault does */
    public static Reply bankBusy(Duration retryAfter) {
        Reply.Response reply = new Problem(URN + "bank-busy", "Busy, come again later", 503, "G008e", null).reply();
        return retryAfter.isZero() ? reply : reply.with("Retry-After", Long.toString(retryAfter.toSeconds()));
    }

    /** What HTTP itself has a status for, such as 404 for a path that isn't there. */
    static Reply.Response plain(int status, String title) {
        return new Problem("about:blank", title, status, null, null).reply();
    }

    private Reply.Response reply() {
        return Reply.of(status, "application/problem+json", Json.bytes(this)).with("Cache-Control", "no-store");
    }
}
