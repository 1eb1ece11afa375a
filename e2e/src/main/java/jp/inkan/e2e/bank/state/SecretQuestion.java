package jp.inkan.e2e.bank.state;

/**
 * A question that a customer chose, and the answer.
 *
 * @param text   1 to 256 characters
 * @param answer 1 to 256 characters, compared letter by letter
 */
public record SecretQuestion(String text, String answer) {
    /** The most characters that the protocol has for either. */
    public static final int LONGEST = 256;

    public SecretQuestion {
        if (text.isBlank() || text.length() > LONGEST || answer.isBlank() || answer.length() > LONGEST) {
            throw new IllegalArgumentException("A question and its answer have 1 to 256 characters each");
        }
    }

    /** Without the answer. */
    @Override
    public String toString() {
        return "SecretQuestion[" + text + "]";
    }
}
