package jp.inkan.host.flow;

/**
 * The person in front of the browser, as a flow sees them: it asks and waits, straight on. Every call ends with
 * {@link Cancelled} once the person went back, closed the panel or left the page.
 */
public interface User {
    /** Shows the prompt and blocks until it is answered. The answer's names are the prompt's; its values are unchecked. */
    Answer ask(Prompt prompt) throws Cancelled;

    void progress(Stage stage) throws Cancelled;

    /** From here on the flow can't be cancelled: what follows leaves traces at the bank or in the store. */
    void pointOfNoReturn() throws Cancelled;
}
