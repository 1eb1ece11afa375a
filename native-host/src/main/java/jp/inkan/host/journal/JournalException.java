package jp.inkan.host.journal;

/** The journal couldn't be read or written: the disk is full, or the folder is read-only. The message is for the log. */
public final class JournalException extends Exception {
    private static final long serialVersionUID = 1L;

    JournalException(String message, Throwable cause) {
        super(message, cause);
    }
}
