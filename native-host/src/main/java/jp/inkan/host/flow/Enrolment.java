package jp.inkan.host.flow;

import java.security.cert.X509Certificate;
import java.time.Duration;
import java.util.concurrent.ThreadLocalRandom;
import jp.inkan.host.bank.BankException;

/**
 * Sends the request until the bank has answered it. An answer that is lost isn't a refusal: the same bytes again give the
 * same certificate (RFC 7030 section 4.2.3). Waits grow, with full jitter, so that a bank in trouble isn't stormed.
 */
final class Enrolment {
    private static final int ATTEMPTS = 4;
    private static final Duration FIRST_WAIT = Duration.ofSeconds(1);
    /** A bank that wants a longer pause than this is busy: the user is told, and the key waits for the next try. */
    private static final Duration LONGEST_WAIT = Duration.ofSeconds(15);

    /** The same bytes each time. */
    interface Request {
        X509Certificate send() throws BankException, Cancelled;
    }

    private Enrolment() {}

    static X509Certificate run(Request request) throws BankException, InterruptedException, Cancelled {
        for (int attempt = 1; ; attempt++) {
            try {
                return request.send();
            } catch (BankException.Unreachable e) {
                giveUpAfterLast(attempt, e);
                Thread.sleep(jitter(attempt));
            } catch (BankException.Busy e) {
                giveUpAfterLast(attempt, e);
                if (e.retryAfter().compareTo(LONGEST_WAIT) > 0) {
                    throw e;
                }
                Thread.sleep(e.retryAfter().plus(jitter(attempt)));
            }
        }
    }

    private static <E extends BankException> void giveUpAfterLast(int attempt, E e) throws E {
        if (attempt == ATTEMPTS) {
            throw e;
        }
    }

    private static Duration jitter(int attempt) {
        long most = FIRST_WAIT.toMillis() << (attempt - 1);
        return Duration.ofMillis(ThreadLocalRandom.current().nextLong(most));
    }
}
