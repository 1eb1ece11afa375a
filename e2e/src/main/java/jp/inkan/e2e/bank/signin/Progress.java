package jp.inkan.e2e.bank.signin;

import java.util.ArrayList;
import java.util.List;
import jp.inkan.e2e.bank.state.Institution;
import jp.inkan.e2e.bank.state.User;

/**
 * How far a sign-in has come.
 *
 * @param wanted what is still wanted, in order; the last is {@link Next.Enrol}
 * @param wrong  wrong answers so far, to whatever step
 */
public record Progress(List<Next> wanted, int wrong) {
    public Progress {
        wanted = List.copyOf(wanted);
    }

    /** Right after the password. */
    public static Progress begin(User user, Institution bank) {
        List<Next> wanted = new ArrayList<>();
        user.plan().steps().forEach(step -> wanted.add(Next.of(step, user, bank)));
        wanted.add(new Next.Enrol());
        return new Progress(wanted, 0);
    }

    public Next next() {
        return wanted.getFirst();
    }

    /** What was wanted has come. */
    Progress right() {
        return new Progress(wanted.subList(1, wanted.size()), wrong);
    }

    /** Once more, one try less. */
    Progress oneMoreWrong() {
        return new Progress(wanted, wrong + 1);
    }

    /** The token has drifted: what it showed isn't enough. */
    Progress drifted() {
        List<Next> instead = new ArrayList<>(wanted);
        instead.set(0, new Next.TimeSync());
        return new Progress(instead, wrong);
    }
}
