package jp.inkan.e2e.bank.state;

import java.io.IOException;
import java.math.BigInteger;
import java.nio.file.Path;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.function.Supplier;

/**
 * The bank's memory: its users and what was issued to them. Every change is on disk before anybody hears of it,
 * and changes happen one after the other, so that two requests at once can't both find nothing issued.
 */
public final class Register {
    /** Login ids. */
    public static final int MOST_OF_A_CONTRACT = 100;

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
        Register register = new Register(file, null);
        register.save(new RegisterFile.Content(FirstUsers.all(), Map.of(), Issued.NOTHING, Abandoned.NONE));
        return register;
    }

    /** Everybody, in the order in which they came. */
    public synchronized List<User> users() {
        return content.users();
    }

    /** The users of a contract, likewise. */
    public synchronized List<User> usersOf(String contract) {
        return content.users().stream().filter(user -> user.contract().equals(contract)).toList();
    }

    /** The user of a login id, which is taken letter by letter. */
    public synchronized Optional<User> user(String loginId) {
        return content.users().stream().filter(user -> user.loginId().equals(loginId)).findFirst();
    }

    /** A new user with the next free number of the form logid037, and a contract of its own. */
    public synchronized User addUser(Plan plan) throws IOException {
        return addUser(freeLoginId(), plan);
    }

    /** A new user with random secrets and a contract of its own. */
    public synchronized User addUser(String loginId, Plan plan) throws IOException {
        return add(User.create(loginId, plan, loginId));
    }

    /** A new master with a contract of its own. */
    public synchronized User addMaster() throws IOException {
        return add(User.createMaster(freeLoginId()));
    }

    /**
     * A new user in a contract that exists.
     *
     * @throws IllegalStateException if it has {@link #MOST_OF_A_CONTRACT} already
     */
    public synchronized User addUserTo(String contract, Plan plan) throws IOException {
        if (usersOf(contract).size() >= MOST_OF_A_CONTRACT) {
            throw new IllegalStateException("A contract has at most " + MOST_OF_A_CONTRACT + " login ids");
        }
        return add(User.create(freeLoginId(), plan, contract));
    }

    /** What is known of a user's token. */
    public synchronized TokenMemory token(String loginId) {
        return content.tokens().getOrDefault(loginId, TokenMemory.FRESH);
    }

    /** From now on, this is known of a user's token. */
    public synchronized void remember(String loginId, TokenMemory token) throws IOException {
        save(content.with(loginId, token));
    }

    /**
     * The certificate of a request: the one it got before if that is still good, a new one, or none because another is still valid.
     *
     * @param certificate makes a new certificate; called at most once
     */
    public synchronized Issuance issue(String loginId, String requestSha256, Instant now,
                                       Supplier<X509Certificate> certificate) throws IOException {
        if (content.abandoned().contains(requestSha256)) {
            return new Issuance.Abandoned();
        }
        Optional<Issuance> settled = content.issued().toIssue(loginId, requestSha256, now);
        return settled.isPresent() ? settled.get() : issued(
                new IssuedCertificate(loginId, requestSha256, certificate.get(), Optional.empty()));
    }

    /**
     * The certificate that a request gets in the place of an old one: the one it got before, a new one, or none.
     *
     * @param serialNumber of the old one, which the bank issued
     * @param certificate  makes a new certificate; called at most once
     */
    public synchronized Issuance renew(BigInteger serialNumber, String requestSha256, Instant now,
                                       Supplier<X509Certificate> certificate) throws IOException {
        if (content.abandoned().contains(requestSha256)) {
            return new Issuance.Abandoned();
        }
        IssuedCertificate old = issued(serialNumber).orElseThrow();
        Optional<Issuance> settled = content.issued().toRenew(old, requestSha256, now);
        return settled.isPresent() ? settled.get() : issued(
                new IssuedCertificate(old.loginId(), requestSha256, certificate.get(), Optional.of(serialNumber)));
    }

    /** The good certificate that a request has, without asking for one. */
    public synchronized Optional<X509Certificate> ofRequest(String requestSha256, Instant now) {
        return content.issued().ofRequest(requestSha256, now).map(IssuedCertificate::certificate);
    }

    /** What became of giving a request up. */
    public enum GivenUp {
        /** It gets no certificate any more. */
        DONE,
        /** It has one. */
        ISSUED,
        /** Too many were given up of late: nothing is promised. */
        NO_ROOM
    }

    /** Gives a request up, whether it has come or is still on its way. */
    public synchronized GivenUp abandon(String requestSha256, Instant now) throws IOException {
        if (content.issued().ofRequest(requestSha256, now).isPresent()) {
            return GivenUp.ISSUED;
        }
        Optional<Abandoned> more = content.abandoned().with(requestSha256, now);
        if (more.isEmpty()) {
            return GivenUp.NO_ROOM;
        }
        save(content.with(more.get()));
        return GivenUp.DONE;
    }

    /** Notes a certificate that was made without a request. */
    public synchronized void note(String loginId, X509Certificate certificate) throws IOException {
        issued(new IssuedCertificate(loginId, "", certificate, Optional.empty()));
    }

    /** Revokes all of a login id's certificates that are good. */
    public synchronized void revoke(String loginId, Instant now) throws IOException {
        revoke(each -> each.loginId().equals(loginId) && each.goodAt(now), now);
    }

    /** Revokes one certificate. */
    public synchronized void revoke(BigInteger serialNumber, Instant now) throws IOException {
        revoke(each -> each.serialNumber().equals(serialNumber), now);
    }

    /** What was ever issued to a login id, good or not. */
    public synchronized List<IssuedCertificate> issuedTo(String loginId) {
        return content.issued().to(loginId);
    }

    /** The record of a serial number. */
    public synchronized Optional<IssuedCertificate> issued(BigInteger serialNumber) {
        return content.issued().numbered(serialNumber);
    }

    /** The record of exactly this certificate, if the bank issued it. */
    public synchronized Optional<IssuedCertificate> record(X509Certificate certificate) {
        return issued(certificate.getSerialNumber()).filter(each -> each.certificate().equals(certificate));
    }

    /** What was issued in the place of a certificate. */
    public synchronized Optional<IssuedCertificate> replacementOf(BigInteger serialNumber) {
        return content.issued().inPlaceOf(serialNumber);
    }

    /** The certificate that counts for a login id: the last good one, or if none is good the last. */
    public synchronized Optional<IssuedCertificate> latest(String loginId, Instant now) {
        return content.issued().latest(loginId, now);
    }

    private Issuance issued(IssuedCertificate certificate) throws IOException {
        save(content.with(content.issued().with(certificate)));
        return new Issuance.Certificate(certificate.certificate());
    }

    private void revoke(Predicate<IssuedCertificate> which, Instant now) throws IOException {
        save(content.with(content.issued().revoked(which, now)));
    }

    private User add(User user) throws IOException {
        if (user.loginId().isBlank() || user.loginId().length() > 64) {
            throw new IllegalArgumentException("A login id has 1 to 64 characters");
        }
        if (user(user.loginId()).isPresent()) {
            throw new IllegalArgumentException("There is a user " + user.loginId());
        }
        save(content.with(user));
        return user;
    }

    private String freeLoginId() {
        int number = 31;
        while (user(FirstUsers.loginId(number)).isPresent()) {
            number++;
        }
        return FirstUsers.loginId(number);
    }

    private void save(RegisterFile.Content next) throws IOException {
        file.write(next);
        content = next;
    }
}
