package jp.inkan.host.bank;

/**
 * A finished sign-in: the bank waits for the certificate request.
 *
 * @param token bearer token (RFC 6750), a secret
 */
public record SignedIn(String token) {
    @Override
    public String toString() {
        return "SignedIn[…]";
    }
}
