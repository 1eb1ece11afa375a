package jp.inkan.e2e.bank.page;

import java.util.Arrays;
import java.util.List;
import java.util.function.Supplier;

/** Markup that is safe to send: text gets in only escaped, and only by {@link #of}. */
record Html(String markup) {
    static final Html NONE = new Html("");

    /**
     * Fills the {@code %s} of a template of ours.
     *
     * @param values {@link Html} goes in as it is, everything else as escaped text
     */
    static Html of(String template, Object... values) {
        return new Html(template.formatted(Arrays.stream(values).map(Html::escaped).toArray()));
    }

    /** Markup if something is so, else nothing. */
    static Html when(boolean condition, Supplier<Html> markup) {
        return condition ? markup.get() : NONE;
    }

    /** One after the other. */
    static Html all(List<Html> parts) {
        return new Html(String.join("\n", parts.stream().map(Html::markup).toList()));
    }

    private static String escaped(Object value) {
        return value instanceof Html html ? html.markup : value.toString()
                .replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;")
                .replace("'", "&#39;");
    }
}
