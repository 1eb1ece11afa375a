package jp.inkan.e2e.bank.signin;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Optional;
import java.util.function.Function;
import jp.inkan.e2e.bank.state.Register;
import jp.inkan.e2e.bank.state.User;

/** Login id and a secret, with a lock after five wrong ones in a row. */
public final class SignIn {
    /** Longer login ids are wrong without a look, and all counted as one. */
    private static final int LONGEST = 64;

    private final Register register;
    private final Function<User, Optional<String>> secret;
    private final Tries tries = new Tries();

    private SignIn(Register register, Function<User, Optional<String>> secret) {
        this.register = register;
        this.secret = secret;
    }

    /** With the login password: one count for the API and the login page. */
    public static SignIn withPassword(Register register) {
        return new SignIn(register, user -> Optional.of(user.password()));
    }

    /** With a master user's confirmation password, which counts for itself. */
    public static SignIn withConfirmationPassword(Register register) {
        return new SignIn(register, User::confirmationPassword);
    }

    /** What the bank finds. */
    public sealed interface Outcome {
    }

    /** It's them. */
    public record Accepted(User user) implements Outcome {
    }

    /** @param triesLeft 1 to 4 */
    public record Wrong(int triesLeft) implements Outcome {
    }

    /** No more tries, not even with the right password. */
    public record Locked() implements Outcome {
    }

    /** Counts the try. */
    public synchronized Outcome with(String loginId, String password) {
        String counted = loginId.length() > LONGEST ? "" : loginId;
        if (tries.left(counted) == 0) {
            return new Locked();
        }
        Optional<User> user = register.user(counted)
                .filter(known -> secret.apply(known).filter(right -> same(right, password)).isPresent());
        if (user.isPresent()) {
            tries.right(counted);
            return new Accepted(user.get());
        }
        tries.wrong(counted);
        int left = tries.left(counted);
        return left == 0 ? new Locked() : new Wrong(left);
    }

    /** No more tries for a login id. */
    synchronized void lock(String loginId) {
        tries.lock(loginId);
    }

    private static boolean same(String password, String given) {
        return MessageDigest.isEqual(
                password.getBytes(StandardCharsets.UTF_8), given.getBytes(StandardCharsets.UTF_8));
    }
}
