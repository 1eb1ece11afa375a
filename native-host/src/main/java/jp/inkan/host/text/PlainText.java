package jp.inkan.host.text;

/** Text from elsewhere, fit to be shown between texts of ours. */
public final class PlainText {
    private PlainText() {}

    /** Leaves out control and formatting characters, which would steer a terminal or the text around them. */
    public static String of(String text) {
        return text.codePoints()
                .filter(c -> !Character.isISOControl(c) && Character.getType(c) != Character.FORMAT)
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
    }
}
