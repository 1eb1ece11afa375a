package jp.inkan.host.store;

/** The store couldn't do what it was asked: G001e. The message is for the log. */
public final class StoreException extends Exception {
    private static final long serialVersionUID = 1L;

    public StoreException(String message, Throwable cause) {
        super(message, cause);
    }

    public StoreException(String message) {
        super(message);
    }
}
