package jp.inkan.host.journal;

import static jp.inkan.host.fuzz.Property.holds;
import static jp.inkan.host.fuzz.Property.quotesNothing;

import java.io.IOException;
import java.util.Arrays;
import java.util.regex.Pattern;

/** Any bytes are an entry, which is written as it was read, or none. */
public final class EntryFuzz {
    private static final Pattern WORDS = Pattern.compile("not an entry( of this format)?|an entry with a part missing");

    private EntryFuzz() {}

    public static void fuzzerTestOneInput(byte[] input) {
        try {
            Entry entry = EntryJson.read(input);
            holds(entry.name().matches("[A-Za-z0-9-]{1,64}"), "a name leads nowhere");
            byte[] written = EntryJson.write(entry);
            holds(Arrays.equals(written, EntryJson.write(EntryJson.read(written))), "what is written is read again");
        } catch (IOException e) {
            quotesNothing(e, WORDS);
        }
    }
}
