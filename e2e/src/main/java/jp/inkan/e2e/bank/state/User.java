package jp.inkan.e2e.bank.state;

import java.util.Optional;

/**
 * A customer's user. The passwords are kept as they are, which no bank may do, for one reason only: {@code ./dev bank}
 * prints them to the person who is going to type them.
 *
 * @param loginId              1 to 64 characters
 * @param password             12 characters
 * @param tokenSecret          160 random bits in base32 (RFC 4648) without padding, for one-time passwords (RFC 6238)
 *                             and the numbers for transactions (RFC 6287)
 * @param displayName          how the bank's pages call the user
 * @param plan                 what the bank asks after the password
 * @param contract             the customer's, named after the login id with which it began
 * @param confirmationPassword 12 characters; only master users have one
 */
public record User(String loginId, String password, String tokenSecret, String displayName, Plan plan,
                   String contract, Optional<String> confirmationPassword) {
    /** With secrets of its own. */
    static User create(String loginId, Plan plan, String contract) {
        return new User(loginId, Secrets.password(), Secrets.tokenSecret(), "練習商事株式会社 " + loginId + " 様",
                plan.withQuestionIfAsked(), contract, Optional.empty());
    }

    /** The one who looks after a contract's users. */
    static User createMaster(String loginId) {
        User user = create(loginId, Plan.NOTHING_MORE, loginId);
        return new User(loginId, user.password, user.tokenSecret, user.displayName, user.plan, user.contract,
                Optional.of(Secrets.password()));
    }

    /** Whether this user may manage those of the same contract. */
    public boolean master() {
        return confirmationPassword.isPresent();
    }

    /** Without the secrets, so that a user can be in a log or in a test's failure. */
    @Override
    public String toString() {
        return "User[" + loginId + "]";
    }
}
