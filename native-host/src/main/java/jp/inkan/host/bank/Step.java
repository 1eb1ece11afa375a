package jp.inkan.host.bank;

/** What the bank wants next; {@code e2e/BANK-PROTOCOL.md}, "Sign in". */
public sealed interface Step {
    /** CCHK003: the token's number. */
    record OneTimePassword() implements Step {}

    /** CCHK004: the token's number now, and the one a minute later. */
    record TimeSync() implements Step {}

    /** CCHK005. @param code what the QR code holds, 1 to 256 characters of printable ASCII */
    record Transaction(String code) implements Step {}

    /** CCHK006. @param text the question, 1 to 256 characters, none of which steers the text around it */
    record Question(String text) implements Step {}

    /** The certificate request. */
    record Enrol() implements Step {}
}
