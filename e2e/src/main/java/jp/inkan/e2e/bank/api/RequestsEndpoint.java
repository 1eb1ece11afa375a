package jp.inkan.e2e.bank.api;

import java.io.IOException;
import java.time.Duration;
import java.time.InstantSource;
import java.util.regex.Pattern;
import jp.inkan.e2e.bank.http.Ask;
import jp.inkan.e2e.bank.http.Reply;
import jp.inkan.e2e.bank.state.Register;

/**
 * {@code /inkan/v1/requests/<SHA-256>}: what became of a certificate request. Only its sender knows the digest, which is as
 * good as a token; what is to be had for it is a certificate, of use to nobody without the key.
 */
public final class RequestsEndpoint {
    private static final Pattern SHA256 = Pattern.compile("[0-9a-f]{64}");
    /** Of the digest among the segments of the path. */
    private static final int DIGEST = 3;
    private static final Duration FULL = Duration.ofHours(1);

    private final Register register;
    private final InstantSource clock;

    public RequestsEndpoint(Register register, InstantSource clock) {
        this.register = register;
        this.clock = clock;
    }

    /** GET: 200 with the certificate, 204 if there is none. */
    Reply look(Ask ask) {
        String digest = ask.segment(DIGEST);
        if (!SHA256.matcher(digest).matches()) {
            return Problem.requestMalformed("not a SHA-256 in hexadecimal");
        }
        return register.ofRequest(digest, clock.instant())
                .map(CertificateReply::of)
                .orElseGet(() -> Reply.empty(204))
                .with("Cache-Control", "no-store");
    }

    /** DELETE: 204 if there is no certificate and never will be, 409 if there is one, 503 if no more can be remembered. */
    Reply abandon(Ask ask) throws IOException {
        String digest = ask.segment(DIGEST);
        if (!SHA256.matcher(digest).matches()) {
            return Problem.requestMalformed("not a SHA-256 in hexadecimal");
        }
        return switch (register.abandon(digest, clock.instant())) {
            case DONE -> Reply.empty(204);
            case ISSUED -> Problem.alreadyIssued();
            case NO_ROOM -> Problem.bankBusy(FULL);
        };
    }
}
