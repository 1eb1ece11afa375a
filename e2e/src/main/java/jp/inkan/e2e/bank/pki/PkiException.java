package jp.inkan.e2e.bank.pki;

/** The bank's own certificates can't be made or read: nothing that a customer did. */
public final class PkiException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    PkiException(String message, Throwable cause) {
        super(message, cause);
    }
}
