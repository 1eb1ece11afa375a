package jp.inkan.e2e.bank.fault;

import java.time.Duration;
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

    /** The bank issues the right certificate, remembers it, and hands out another; an answer without one stays. */
    record WrongCertificate(WrongCertificates.Kind kind) implements Fault {
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
