package jp.inkan.host.bank;

import static jp.inkan.host.fuzz.Property.holds;
import static jp.inkan.host.fuzz.Property.quotesNothing;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import jp.inkan.host.failure.Reason;
import okhttp3.Headers;

/** Any problem document is a refusal that the host knows, or no answer of the protocol; any Retry-After is a time to wait. */
public final class ProblemFuzz {
    private static final Instant NOW = Instant.parse("2026-11-25T00:00:00Z");
    private static final Headers PROBLEM = Headers.of("Content-Type", "application/problem+json");
    private static final Pattern WORDS = Pattern.compile("The bank refused: 401 ("
            + Stream.of(Reason.values()).map(Reason::wireName).collect(Collectors.joining("|"))
            + ")|Status 401 with an unreadable problem document|The bank is busy for PT[0-9HMS]{2,9}");

    private ProblemFuzz() {}

    public static void fuzzerTestOneInput(byte[] input) {
        BankException problem = Problem.of(new Answer(401, PROBLEM, input), NOW);
        quotesNothing(problem, WORDS);
        if (problem instanceof BankException.Refused refused && refused.triesLeft().isPresent()) {
            holds(refused.triesLeft().getAsInt() > 0 && refused.triesLeft().getAsInt() < 100, "tries are counted from 1 to 99");
        }
        retryAfter(new String(input, StandardCharsets.ISO_8859_1).replaceAll("[^ -~]", ""));
    }

    private static void retryAfter(String value) {
        Headers headers = new Headers.Builder().add(Answer.RETRY_AFTER, value).build();
        BankException busy = Problem.of(new Answer(503, headers, new byte[0]), NOW);
        quotesNothing(busy, WORDS);
        Duration wait = ((BankException.Busy) busy).retryAfter();
        holds(!wait.isNegative() && wait.compareTo(Duration.ofDays(1)) <= 0, "nobody waits longer than a day");
    }
}
