package jp.inkan.host.flow;

/** The person ended the flow. Nothing is half done. */
public final class Cancelled extends Exception {
    private static final long serialVersionUID = 1L;

    public Cancelled() {
        super("cancelled by the user");
    }
}
