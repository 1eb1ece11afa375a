package jp.inkan.e2e.bank.state;

import java.security.cert.X509Certificate;

/** What became of a certificate request. */
public sealed interface Issuance {
    /** This certificate belongs to the request, made now or when the same request came before. */
    record Certificate(X509Certificate certificate) implements Issuance {
    }

    /** Another request of the same login id has a certificate that is still valid. */
    record AlreadyIssued() implements Issuance {
    }
}
