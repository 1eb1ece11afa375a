package jp.inkan.e2e.bank.state;

/**
 * A customer's user. The password is kept as it is, which no bank may do, for one reason only: {@code ./dev bank}
 * prints it to the person who is going to type it.
 *
 * @param loginId     1 to 64 characters
 * @param password    12 characters
 * @param tokenSecret 160 random bits in base32 (RFC 4648) without padding, for one-time passwords (RFC 6238) and the
 *                    numbers for transactions (RFC 6287)
 * @param displayName how the bank's pages call the user
 * @param plan        what the bank asks after the password
 */
public record User(String loginId, String password, String tokenSecret, String displayName, Plan plan) {
    /** Without the secrets, so that a user can be in a log or in a test's failure. */
    @Override
    public String toString() {
        return "User[" + loginId + "]";
    }
}
