package jp.inkan.host.institution;

import static jp.inkan.host.fuzz.Property.holds;
import static jp.inkan.host.fuzz.Property.quotesNothing;

import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.util.regex.Pattern;

/** Any bytes are a practice configuration, or none. */
public final class PracticeFuzz {
    private static final Pattern WORDS = Pattern.compile("The practice configuration isn't of its form");

    private PracticeFuzz() {}

    public static void fuzzerTestOneInput(byte[] input) {
        try {
            Practice practice = Practice.parse(input);
            holds(practice.names().values().stream().allMatch(port -> port > 0 && port < 65536), "a port is one");
            holds(practice.trustAnchor() != null, "there is a trust anchor");
            Clock.offset(Clock.systemUTC(), Duration.ofSeconds(practice.clockOffsetSeconds())).instant();
        } catch (IOException e) {
            quotesNothing(e, WORDS);
        }
    }
}
