package jp.inkan.e2e.bank.signin;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.InstantSource;
import java.util.Optional;
import jp.inkan.e2e.bank.state.Register;
import jp.inkan.e2e.bank.state.User;
import jp.inkan.e2e.bank.token.Token;

/** Judges the answers to the steps after the password; too many wrong ones in one sign-in lock the login id. */
public final class Answers {
    private static final int WRONG_ALLOWED = 3;

    private final SignIn signIn;
    private final Sessions sessions;
    private final Register register;
    private final OneTimePasswords passwords;

    public Answers(SignIn signIn, Sessions sessions, Register register, InstantSource clock) {
        this.signIn = signIn;
        this.sessions = sessions;
        this.register = register;
        passwords = new OneTimePasswords(register, clock);
    }

    /** What the bank says to an answer. */
    public sealed interface Outcome {
    }

    /** It goes on with this, be it the same step in another form. */
    public record Accepted(Next next) implements Outcome {
    }

    /** @param triesLeft 1 or 2, of all the steps together */
    public record Wrong(int triesLeft) implements Outcome {
    }

    /** That was one too many: the session is over too. */
    public record Locked() implements Outcome {
    }

    /** Something else is wanted; nothing has changed. */
    public record Unexpected() implements Outcome {
    }

    /** The token stands for nobody. */
    public record NoSession() implements Outcome {
    }

    /** One after the other, so that a number that comes twice at once is good once. */
    public synchronized Outcome answer(String token, Given given) throws IOException {
        Optional<Session> found = sessions.session(token);
        if (found.isEmpty()) {
            return new NoSession();
        }
        Session session = found.get();
        Progress progress = session.progress();
        if (!progress.next().step().equals(given.to())) {
            return new Unexpected();
        }
        Optional<Progress> next = judged(register.user(session.loginId()).orElseThrow(), progress, given);
        return next.isPresent() ? goOn(token, next.get()) : wrong(token, session);
    }

    /** Where an answer leads, or nowhere if it is wrong. */
    private Optional<Progress> judged(User user, Progress progress, Given given) throws IOException {
        return switch (given) {
            case Given.Two(String to, String first, String second) ->
                rightIf(passwords.both(user, first, second), progress);
            case Given.One(String to, String value) -> switch (progress.next()) {
                case Next.OneTimePassword password -> switch (passwords.one(user, value)) {
                    case RIGHT -> Optional.of(progress.right());
                    case DRIFTED -> Optional.of(progress.drifted());
                    case WRONG -> Optional.empty();
                };
                case Next.Transaction(String code) ->
                    rightIf(same(Token.of(user).transactionNumber(code), value), progress);
                case Next.Question(var question) -> rightIf(same(question.answer(), value), progress);
                case Next.TimeSync sync -> throw new IllegalArgumentException("One value for two");
                case Next.Enrol enrol -> throw new IllegalArgumentException("Not to be answered");
            };
        };
    }

    private Outcome goOn(String token, Progress progress) {
        sessions.change(token, progress);
        return new Accepted(progress.next());
    }

    private Outcome wrong(String token, Session session) {
        Progress progress = session.progress().oneMoreWrong();
        int left = WRONG_ALLOWED - progress.wrong();
        if (left > 0) {
            sessions.change(token, progress);
            return new Wrong(left);
        }
        signIn.lock(session.loginId());
        sessions.endAll(session.loginId());
        return new Locked();
    }

    private static Optional<Progress> rightIf(boolean right, Progress progress) {
        return right ? Optional.of(progress.right()) : Optional.empty();
    }

    private static boolean same(String expected, String given) {
        return MessageDigest.isEqual(
                expected.getBytes(StandardCharsets.UTF_8), given.getBytes(StandardCharsets.UTF_8));
    }
}
