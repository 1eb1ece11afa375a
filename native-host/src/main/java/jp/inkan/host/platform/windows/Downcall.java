package jp.inkan.host.platform.windows;

/** A call through a method handle, which says that it may throw anything. */
public final class Downcall {
    private Downcall() {}

    /** @param kind the checked exception that our code around the call throws; the call itself throws none */
    public static <E extends Exception> E rethrown(Throwable e, Class<E> kind) {
        if (kind.isInstance(e)) {
            return kind.cast(e);
        }
        throw unchecked(e);
    }

    /** Where nothing checked is thrown around the call either. */
    public static RuntimeException unchecked(Throwable e) {
        return switch (e) {
            case Error error -> throw error;
            case RuntimeException unchecked -> unchecked;
            default -> new IllegalStateException(e);
        };
    }
}
