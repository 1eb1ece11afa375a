package jp.inkan.e2e.crash;

import java.time.Duration;
import java.util.Set;
import jp.inkan.e2e.crash.Step.Kind;

/** What goes wrong before a step. */
enum Mishap {
    HOST_KILLED("kill", Set.of(Kind.JOURNAL, Kind.STORE, Kind.BANK)),
    BROWSER_GONE("pause", Set.of(Kind.JOURNAL, Kind.STORE, Kind.BANK)),
    ANSWER_LOST("cut", Set.of(Kind.BANK)),
    BANK_RESTARTED("pause", Set.of(Kind.JOURNAL, Kind.BANK)),
    DISK_FULL("full", Set.of(Kind.JOURNAL, Kind.STORE)),
    JOURNAL_READ_ONLY("fixed", Set.of(Kind.JOURNAL)),
    STORE_FAILS("fail", Set.of(Kind.STORE)),
    STORE_BUSY("pause", Set.of(Kind.JOURNAL, Kind.BANK)),
    SECOND_HOST("pause", Set.of(Kind.JOURNAL, Kind.STORE, Kind.BANK)),
    CLOCK_JUMPS("jump", Set.of(Kind.JOURNAL, Kind.STORE, Kind.BANK));

    /** How far the clock jumps: past every validity of a day, far outside every tolerance. */
    static final Duration JUMP = Duration.ofDays(3);

    /** As {@code steps.c} calls it. */
    final String deed;
    private final Set<Kind> kinds;

    Mishap(String deed, Set<Kind> kinds) {
        this.deed = deed;
        this.kinds = kinds;
    }

    /** Whether that can happen there. */
    boolean fits(Step step) {
        return kinds.contains(step.kind());
    }

    @Override
    public String toString() {
        return name().toLowerCase().replace('_', ' ');
    }
}
