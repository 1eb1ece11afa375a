package jp.inkan.e2e.bank.signin;

import java.io.IOException;
import java.time.InstantSource;
import java.util.OptionalLong;
import java.util.function.LongPredicate;
import java.util.stream.LongStream;
import jp.inkan.e2e.bank.state.Register;
import jp.inkan.e2e.bank.state.TokenMemory;
import jp.inkan.e2e.bank.state.User;
import jp.inkan.e2e.bank.token.Totp;
import org.bouncycastle.util.encoders.Base32;

/** Looks whether a number is one that a user's token shows around now. Not for two threads at once. */
final class OneTimePasswords {
    /** Steps before and after the one that it is now: the customer was slow, or the token is a little off. */
    private static final int BESIDE = 1;
    /** Steps before and after in which a token is still recognised, so that the bank may find out its drift. */
    private static final int FAR = 10;

    private final Register register;
    private final InstantSource clock;

    OneTimePasswords(Register register, InstantSource clock) {
        this.register = register;
        this.clock = clock;
    }

    /** What a number is worth. */
    enum Verdict { RIGHT, DRIFTED, WRONG }

    /** Uses the number up if it is right. One that is too far off isn't used up: it's good for {@link #both}. */
    Verdict one(User user, String number) throws IOException {
        TokenMemory memory = register.token(user.loginId());
        long now = Totp.counter(clock.instant()) + memory.drift();
        byte[] key = Base32.decode(user.tokenSecret());
        LongPredicate shown = counter -> !memory.used().contains(counter) && Totp.number(key, counter).equals(number);
        OptionalLong beside = LongStream.rangeClosed(now - BESIDE, now + BESIDE).filter(shown).findFirst();
        if (beside.isPresent()) {
            register.remember(user.loginId(), memory.withUsed(beside.getAsLong()));
            return Verdict.RIGHT;
        }
        return LongStream.rangeClosed(now - FAR, now + FAR).anyMatch(shown) ? Verdict.DRIFTED : Verdict.WRONG;
    }

    /** Whether the token showed these one after the other; if so, uses them up and remembers the drift. */
    boolean both(User user, String first, String second) throws IOException {
        TokenMemory memory = register.token(user.loginId());
        long clockNow = Totp.counter(clock.instant());
        long now = clockNow + memory.drift();
        byte[] key = Base32.decode(user.tokenSecret());
        // One step further back than for a single number: the first is older than now.
        OptionalLong found = LongStream.rangeClosed(now - FAR - 1, now + FAR)
                .filter(counter -> !memory.used().contains(counter) && !memory.used().contains(counter + 1))
                .filter(counter -> Totp.number(key, counter).equals(first)
                        && Totp.number(key, counter + 1).equals(second))
                .findFirst();
        if (found.isEmpty()) {
            return false;
        }
        long shownNow = found.getAsLong() + 1;
        register.remember(user.loginId(),
                memory.withUsed(shownNow - 1).withUsed(shownNow).withDrift(shownNow - clockNow));
        return true;
    }
}
