package jp.inkan.e2e.crash;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;

/**
 * Which steps are worth a trial. A row of the same steps (SQLite writes a page after the other into its own journal) is like its
 * first and its last; that a step is new, or one more, or gone, the next run sees by itself.
 */
enum Plan {
    /** For every run: the host's death where something becomes true on the disk, and each other mishap once, in one of the jobs. */
    QUICK {
        @Override
        List<Step> of(Job job, List<Step> steps, Mishap mishap) {
            if (mishap == Mishap.HOST_KILLED) {
                return steps.stream().filter(Plan::turns).toList();
            }
            if (mishap.ordinal() % Job.values().length != job.ordinal()) {
                return List.of();
            }
            List<Step> fitting = steps.stream().filter(mishap::fits).filter(afterSubmission(steps)).toList();
            // The store is written for long: the certificate first, and last of all what it has taken the place of goes.
            return mishap == Mishap.STORE_FAILS ? List.of(fitting.getFirst(), fitting.getLast()) : fitting.subList(0, 1);
        }
    },

    /**
     * The ends of every row for what can be cut short anywhere; for what the whole process meets, the ends of every phase: a
     * stretch at the journal, at the store, at the bank.
     */
    ALL {
        @Override
        List<Step> of(Job job, List<Step> steps, Mishap mishap) {
            boolean anywhere = mishap == Mishap.HOST_KILLED || mishap == Mishap.STORE_FAILS || mishap == Mishap.ANSWER_LOST;
            return ends(steps, anywhere ? Step::what : step -> step.kind().name()).stream().filter(mishap::fits).toList();
        }
    };

    private static final Set<String> TURNING = Set.of("rename", "unlink");

    abstract List<Step> of(Job job, List<Step> steps, Mishap mishap);

    /** The first and the last of all that have the same in a row. */
    private static List<Step> ends(List<Step> steps, Function<Step, String> same) {
        var ends = new ArrayList<Step>();
        for (int i = 0; i < steps.size(); i++) {
            String own = same.apply(steps.get(i));
            boolean first = i == 0 || !same.apply(steps.get(i - 1)).equals(own);
            boolean last = i == steps.size() - 1 || !same.apply(steps.get(i + 1)).equals(own);
            if (first || last) {
                ends.add(steps.get(i));
            }
        }
        return List.copyOf(ends);
    }

    /** Before it and after it the disk tells different stories. */
    private static boolean turns(Step step) {
        return TURNING.contains(step.call());
    }

    /** The most delicate part: the request is noted as sent. */
    private static Predicate<Step> afterSubmission(List<Step> steps) {
        int submitted = steps.stream().filter(step -> step.call().equals("rename")).skip(1).findFirst().orElseThrow().number();
        return step -> step.number() > submitted;
    }
}
