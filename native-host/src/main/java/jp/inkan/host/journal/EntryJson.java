package jp.inkan.host.journal;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.util.Optional;
import java.util.regex.Pattern;
import jp.inkan.host.journal.Entry.State;
import jp.inkan.host.json.StrictJson;

/** An entry as its file has it: one JSON object, base64 in it. */
final class EntryJson {
    static final Pattern NAME = Pattern.compile("[A-Za-z0-9-]{1,64}");
    private static final Pattern INSTITUTION = Pattern.compile("[0-9]{4}");
    private static final int FORMAT = 1;

    private static final JsonMapper JSON = StrictJson.mapper().build();

    private enum Step { BEGUN, SUBMITTED }

    @JsonInclude(JsonInclude.Include.NON_NULL)
    private record Stored(
            int format, String name, String institution, String replaces, Step step, byte[] request) {}

    private EntryJson() {}

    static byte[] write(Entry entry) throws IOException {
        return JSON.writeValueAsBytes(switch (entry.state()) {
            case State.Begun _ -> stored(entry, Step.BEGUN, null);
            case State.Submitted(byte[] request) -> stored(entry, Step.SUBMITTED, request);
        });
    }

    private static Stored stored(Entry entry, Step step, byte[] request) {
        return new Stored(FORMAT, entry.name(), entry.institution(), entry.replaces().orElse(null), step, request);
    }

    /** @throws IOException if it isn't one; the message quotes nothing */
    static Entry read(byte[] json) throws IOException {
        Stored stored = StrictJson.read(JSON, json, Stored.class).orElseThrow(() -> new IOException("not an entry"));
        if (stored.format() != FORMAT || stored.step() == null || !fits(NAME, stored.name())
                || !fits(INSTITUTION, stored.institution())
                || !stored.name().startsWith(stored.institution() + "-")
                || stored.replaces() != null && !fits(NAME, stored.replaces())) {
            throw new IOException("not an entry of this format");
        }
        return new Entry(stored.name(), stored.institution(), Optional.ofNullable(stored.replaces()), state(stored));
    }

    private static State state(Stored stored) throws IOException {
        return switch (stored.step()) {
            case BEGUN -> new State.Begun();
            case SUBMITTED -> new State.Submitted(present(stored.request()));
        };
    }

    private static byte[] present(byte[] part) throws IOException {
        if (part == null || part.length == 0) {
            throw new IOException("an entry with a part missing");
        }
        return part;
    }

    private static boolean fits(Pattern pattern, String value) {
        return value != null && pattern.matcher(value).matches();
    }
}
