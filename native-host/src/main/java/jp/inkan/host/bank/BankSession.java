package jp.inkan.host.bank;

/**
 * A sign-in under way, or at its end.
 *
 * @param token bearer token (RFC 6750), a secret
 * @param next what the bank wants now
 */
public record BankSession(String token, Step next) {
    BankSession with(Step later) {
        return new BankSession(token, later);
    }

    @Override
    public String toString() {
        return "BankSession[" + next.getClass().getSimpleName() + "]";
    }
}
