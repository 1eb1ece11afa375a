package jp.inkan.e2e.bank.state;

import java.io.IOException;
import java.nio.file.Path;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * The bank's memory: its users and what was issued to them. Every change is on disk before anybody hears of it,
 * and changes happen one after the other, so that two requests at once can't both find nothing issued.
 */
public final class Register {
    private final RegisterFile file;
    private RegisterFile.Content content;

    private Register(RegisterFile file, RegisterFile.Content content) {
        this.file = file;
        this.content = content;
    }

    /** What the file holds, or, if there is none, the {@link FirstUsers} with new passwords. */
    public static Register open(Path path) throws IOException {
        RegisterFile file = new RegisterFile(path);
        if (file.exists()) {
            return new Register(file, file.read());
        }
        List<User> users = FirstUsers.plans().entrySet().stream()
                .map(each -> newUser(loginId(each.getKey()), each.getValue()))
                .toList();
        Register register = new Register(file, null);
        register.save(new RegisterFile.Content(users, Map.of(), List.of()));
        return register;
    }

    /** Everybody, in the order in which they came. */
    public synchronized List<User> users() {
        return content.users();
    }

    /** The user of a login id, which is taken letter by letter. */
    public synchronized Optional<User> user(String loginId) {
        return content.users().stream().filter(user -> user.loginId().equals(loginId)).findFirst();
    }

    /** A new user with the next free number of the form logid037. */
    public synchronized User addUser(Plan plan) throws IOException {
        int number = 31;
        while (user(loginId(number)).isPresent()) {
            number++;
        }
        return addUser(loginId(number), plan);
    }

    /** A new user with random secrets. */
    public synchronized User addUser(String loginId, Plan plan) throws IOException {
        if (loginId.isBlank() || loginId.length() > 64) {
            throw new IllegalArgumentException("A login id has 1 to 64 characters");
        }
        if (user(loginId).isPresent()) {
            throw new IllegalArgumentException("There is a user " + loginId);
        }
        User user = newUser(loginId, plan);
        save(new RegisterFile.Content(with(content.users(), user), content.tokens(), content.issued()));
        return user;
    }

    /** What is known of a user's token. */
    public synchronized TokenMemory token(String loginId) {
        return content.tokens().getOrDefault(loginId, TokenMemory.FRESH);
    }

    /** From now on, this is known of a user's token. */
    public synchronized void remember(String loginId, TokenMemory token) throws IOException {
        Map<String, TokenMemory> tokens = new LinkedHashMap<>(content.tokens());
        tokens.put(loginId, token);
        save(new RegisterFile.Content(content.users(), tokens, content.issued()));
    }

    /**
     * The certificate of a request: the one it got before if that is still good, a new one, or none because another is still valid.
     *
     * @param certificate makes a new certificate; called at most once
     */
    public synchronized Issuance issue(String loginId, String requestSha256, Instant now,
                                       Supplier<X509Certificate> certificate) throws IOException {
        List<IssuedCertificate> earlier = issuedTo(loginId);
        for (IssuedCertificate each : earlier) {
            if (each.requestSha256().equals(requestSha256) && !each.expiredAt(now)) {
                return new Issuance.Certificate(each.certificate());
            }
        }
        // Not "valid now": moved back, the clock would let a second one through.
        if (earlier.stream().anyMatch(each -> !each.expiredAt(now))) {
            return new Issuance.AlreadyIssued();
        }
        var issued = new IssuedCertificate(loginId, requestSha256, certificate.get());
        save(new RegisterFile.Content(content.users(), content.tokens(), with(content.issued(), issued)));
        return new Issuance.Certificate(issued.certificate());
    }

    /** What was ever issued to a login id, valid or not. */
    public synchronized List<IssuedCertificate> issuedTo(String loginId) {
        return content.issued().stream().filter(each -> each.loginId().equals(loginId)).toList();
    }

    /** The record of exactly this certificate, if the bank issued it. */
    public synchronized Optional<IssuedCertificate> record(X509Certificate certificate) {
        return content.issued().stream().filter(each -> each.certificate().equals(certificate)).findFirst();
    }

    private void save(RegisterFile.Content next) throws IOException {
        file.write(next);
        content = next;
    }

    private static User newUser(String loginId, Plan plan) {
        return new User(loginId, Secrets.password(), Secrets.tokenSecret(), "練習商事株式会社 " + loginId + " 様",
                plan.withQuestionIfAsked());
    }

    private static String loginId(int number) {
        return "logid%03d".formatted(number);
    }

    private static <T> List<T> with(List<T> list, T last) {
        List<T> longer = new ArrayList<>(list);
        longer.add(last);
        return List.copyOf(longer);
    }
}
