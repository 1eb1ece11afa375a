package jp.inkan.host.text;

/** Text from elsewhere, fit to be shown between texts of ours. */
public final class PlainText {
    private PlainText() {}

    /**
     * Leaves out control and formatting characters and line breaks, which would steer a terminal or the text around them, and
     * halves of characters, for which there is no UTF-8.
     */
    public static String of(String text) {
        return text.codePoints()
                .filter(c -> switch (Character.getType(c)) {
                    case Character.CONTROL, Character.FORMAT, Character.LINE_SEPARATOR, Character.PARAGRAPH_SEPARATOR,
                            Character.SURROGATE -> false;
                    default -> true;
                })
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
    }
}
