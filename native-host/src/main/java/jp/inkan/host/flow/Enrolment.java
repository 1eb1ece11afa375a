package jp.inkan.host.flow;

import java.security.cert.X509Certificate;
import java.time.Duration;
import java.util.concurrent.ThreadLocalRandom;
import jp.inkan.host.bank.BankException;

/**
 * Sends the request until the bank has answered it, or {@link RetryPolicy} gives up. An answer that is lost isn't a refusal:
 * the same bytes again give the same certificate (RFC 7030 section 4.2.3).
 */
final class Enrolment {
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
                pause(attempt, Duration.ZERO, e);
            } catch (BankException.Busy e) {
                pause(attempt, e.retryAfter(), e);
            }
        }
    }

    private static <E extends BankException> void pause(int attempt, Duration asked, E e) throws E, InterruptedException {
        Thread.sleep(new RetryPolicy(ThreadLocalRandom.current()).pauseAfter(attempt, asked).orElseThrow(() -> e));
    }
}
