package jp.inkan.e2e.crash;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;

/**
 * Which steps are worth a trial. A row of the same steps (SQLite writes a page after the other into its own journal) is like its
 * first and its last; that a step is new, or one more, or gone, the next run sees by itself.
 */
enum Plan {
    /** For every run: where something becomes true on the disk or at the bank, and one of each other mishap. */
    QUICK {
        @Override
        List<Step> of(List<Step> steps, Mishap mishap) {
            if (mishap == Mishap.HOST_KILLED) {
                return steps.stream().filter(Plan::turns).toList();
            }
            return steps.stream().filter(step -> mishap.fits(step)).filter(afterSubmission(steps)).limit(1).toList();
        }
    },

    /** Every step for the host's death, the ends of every row for the rest. */
    ALL {
        @Override
        List<Step> of(List<Step> steps, Mishap mishap) {
            var chosen = new ArrayList<Step>();
            for (int i = 0; i < steps.size(); i++) {
                boolean first = i == 0 || !steps.get(i - 1).what().equals(steps.get(i).what());
                boolean last = i == steps.size() - 1 || !steps.get(i + 1).what().equals(steps.get(i).what());
                if (mishap.fits(steps.get(i)) && (first || last)) {
                    chosen.add(steps.get(i));
                }
            }
            return List.copyOf(chosen);
        }
    };

    private static final Set<String> TURNING = Set.of("rename", "unlink");

    abstract List<Step> of(List<Step> steps, Mishap mishap);

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
