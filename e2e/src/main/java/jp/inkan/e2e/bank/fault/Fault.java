package jp.inkan.e2e.bank.fault;

import java.time.Duration;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import jp.inkan.e2e.bank.pki.WrongCertificates;

/** Something that goes wrong at the bank, once, because a test wants it. */
public sealed interface Fault {
    /**
     * The bank doesn't look at the request and answers with a status: 503 as {@code bank-busy}, others bare.
     *
     * @param retryAfter whole seconds, for the header of that name; zero leaves it out
     */
    record Status(int status, Duration retryAfter) implements Fault {
    }

    /**
     * The bank doesn't look at the request and refuses with a problem document, be it one that BANK-PROTOCOL.md doesn't have.
     *
     * @param reason in the problem's type
     */
    record Refusal(int status, String reason) implements Fault {
    }

    /**
     * Somebody else's page in the place of the bank's, as after a break-in.
     *
     * @param headers beside the type
     * @param html    what follows the doctype
     */
    record Page(Map<String, String> headers, String html) implements Fault {
        /** Without any policy for its scripts. */
        public Page(String html) {
            this(Map.of(), html);
        }
    }

    /** The bank issues the right certificate, remembers it, and hands out another; an answer without one stays. */
    record WrongCertificate(WrongCertificates.Kind kind) implements Fault {
    }

    /**
     * The bank does what it was asked, but not before it may.
     *
     * @param done counted down once it has done so, whether anybody still waits for the answer or not
     */
    record Late(CountDownLatch released, CountDownLatch done) implements Fault {
        /** Where what the answer does tells that it was given. */
        public Late(CountDownLatch released) {
            this(released, new CountDownLatch(1));
        }
    }

    /** The bank does what it was asked, and the connection closes before a byte of the answer. */
    record DropConnection() implements Fault {
    }

    /**
     * The bank does what it was asked; status and headers are right, the body means nothing.
     *
     * @param bytes how long the body is
     */
    record Garbage(int bytes) implements Fault {
    }

    /** The bank does what it was asked, and forgets one header. */
    record WithoutHeader(String header) implements Fault {
    }
}
