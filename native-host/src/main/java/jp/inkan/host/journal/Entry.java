package jp.inkan.host.journal;

import java.util.Optional;

/**
 * One enrolment under way. None of it is a secret, and none of it is a certificate: those come from the bank alone, whoever may write here.
 *
 * @param name of the pending key: the institution's code, a hyphen, and more letters, digits and hyphens, at most 64
 * @param institution its code, four digits
 * @param replaces {@link jp.inkan.host.certificate.CertificateFacts#id} of the certificate that is renewed; nothing for an issue
 */
public record Entry(String name, String institution, Optional<String> replaces, State state) {
    /** How far it has come. Each is on disk before the step that it stands for. */
    public sealed interface State {
        /** Before the key is made. Nothing has left this PC: whatever there is of the key means nothing. */
        record Begun() implements State {}

        /** Before the request is sent. From here on the bank may have made a certificate. @param pkcs10 DER */
        record Submitted(byte[] pkcs10) implements State {}
    }

    public Entry with(State next) {
        return new Entry(name, institution, replaces, next);
    }
}
