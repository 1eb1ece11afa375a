package jp.inkan.e2e.bank.state;

import java.security.cert.X509Certificate;

/** What became of a certificate request. */
public sealed interface Issuance {
    /** This certificate belongs to the request, made now or when the same request came before. */
    record Certificate(X509Certificate certificate) implements Issuance {
    }

    /** Another request has a certificate: of the same login id, or in the place of the one to be renewed. */
    record AlreadyIssued() implements Issuance {
    }

    /** Its sender gave the request up, or the certificate that it got isn't good any more: it gets none. */
    record Abandoned() implements Issuance {
    }

    /** The certificate to be renewed was revoked. */
    record Revoked() implements Issuance {
    }

    /** The certificate to be renewed isn't among its last days, or has expired. */
    record NotRenewable() implements Issuance {
    }
}
