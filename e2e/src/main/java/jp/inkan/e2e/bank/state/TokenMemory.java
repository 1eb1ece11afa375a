package jp.inkan.e2e.bank.state;

import java.util.ArrayList;
import java.util.List;

/**
 * What the bank knows of a user's token.
 *
 * @param drift steps by which the token was ahead of the bank when the two were last compared; negative if behind
 * @param used  the counters (RFC 6238's T) of the numbers it has taken, the latest last; none is good again
 */
public record TokenMemory(long drift, List<Long> used) {
    /** Of a token that hasn't been used. */
    public static final TokenMemory FRESH = new TokenMemory(0, List.of());
    /** More than the bank ever looks at from one place; older ones are too old anyway. */
    private static final int REMEMBERED = 64;

    public TokenMemory {
        used = List.copyOf(used.subList(Math.max(0, used.size() - REMEMBERED), used.size()));
    }

    public TokenMemory withUsed(long counter) {
        List<Long> more = new ArrayList<>(used);
        more.add(counter);
        return new TokenMemory(drift, more);
    }

    public TokenMemory withDrift(long other) {
        return new TokenMemory(other, used);
    }
}
