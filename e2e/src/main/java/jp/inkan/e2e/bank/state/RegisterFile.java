package jp.inkan.e2e.bank.state;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * The bank's memory on disk:
 * {@code {"users": [StoredUser], "tokens": [StoredToken], "issued": [StoredCertificate], "abandoned": {sha256: instant}}}.
 */
final class RegisterFile {
    private static final ObjectMapper JSON = new ObjectMapper().enable(SerializationFeature.INDENT_OUTPUT);

    private final Path file;

    RegisterFile(Path file) {
        this.file = file;
    }

    boolean exists() {
        return Files.exists(file);
    }

    Content read() throws IOException {
        Stored stored = JSON.readValue(Files.readAllBytes(file), Stored.class);
        List<IssuedCertificate> issued = new ArrayList<>();
        for (StoredCertificate each : stored.issued()) {
            issued.add(each.issued());
        }
        return new Content(
                stored.users().stream().map(StoredUser::user).toList(), tokens(stored), new Issued(issued), abandoned(stored));
    }

    void write(Content content) throws IOException {
        List<StoredCertificate> issued = new ArrayList<>();
        for (IssuedCertificate each : content.issued().all()) {
            issued.add(StoredCertificate.of(each));
        }
        List<StoredUser> users = content.users().stream().map(StoredUser::of).toList();
        List<StoredToken> tokens = content.tokens().entrySet().stream()
                .map(each -> new StoredToken(each.getKey(), each.getValue().drift(), each.getValue().used()))
                .toList();
        Map<String, String> abandoned = new LinkedHashMap<>();
        content.abandoned().since().forEach((request, moment) -> abandoned.put(request, moment.toString()));
        AtomicFile.write(file, JSON.writeValueAsBytes(new Stored(users, tokens, issued, abandoned)));
    }

    private static Abandoned abandoned(Stored stored) {
        Map<String, Instant> abandoned = new LinkedHashMap<>();
        // Files from before requests could be given up have none.
        if (stored.abandoned() != null) {
            stored.abandoned().forEach((request, moment) -> abandoned.put(request, Instant.parse(moment)));
        }
        return new Abandoned(abandoned);
    }

    private static Map<String, TokenMemory> tokens(Stored stored) {
        Map<String, TokenMemory> tokens = new LinkedHashMap<>();
        // Files from before the bank asked for one-time passwords have none.
        for (StoredToken each : stored.tokens() == null ? List.<StoredToken>of() : stored.tokens()) {
            tokens.put(each.loginId(), new TokenMemory(each.drift(), each.used()));
        }
        return tokens;
    }

    /**
     * Users and certificates in the order in which they came.
     *
     * @param tokens by login id, of those that were ever used
     */
    record Content(List<User> users, Map<String, TokenMemory> tokens, Issued issued, Abandoned abandoned) {
        Content with(User last) {
            return new Content(Stream.concat(users.stream(), Stream.of(last)).toList(), tokens, issued, abandoned);
        }

        Content with(String loginId, TokenMemory token) {
            Map<String, TokenMemory> changed = new LinkedHashMap<>(tokens);
            changed.put(loginId, token);
            return new Content(users, changed, issued, abandoned);
        }

        Content with(Issued other) {
            return new Content(users, tokens, other, abandoned);
        }

        Content with(Abandoned other) {
            return new Content(users, tokens, issued, other);
        }
    }

    private record Stored(List<StoredUser> users, List<StoredToken> tokens, List<StoredCertificate> issued,
                          Map<String, String> abandoned) {
    }

    private record StoredToken(String loginId, long drift, List<Long> used) {
    }
}
