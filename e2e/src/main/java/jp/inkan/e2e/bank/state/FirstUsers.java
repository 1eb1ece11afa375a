package jp.inkan.e2e.bank.state;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;

/** Who is there when a bank begins: one user for each thing that there is to practise. */
final class FirstUsers {
    private FirstUsers() {
    }

    /** By the number in the login id, in order. */
    static Map<Integer, Plan> plans() {
        Map<Integer, Plan> plans = new LinkedHashMap<>();
        plans.put(31, Plan.NOTHING_MORE);
        plans.put(32, Plan.asking(Step.ONE_TIME_PASSWORD));
        plans.put(33, Plan.asking(Step.TRANSACTION));
        plans.put(34, Plan.asking(Step.QUESTION));
        plans.put(35, Plan.asking(Step.TRANSACTION, Step.ONE_TIME_PASSWORD, Step.QUESTION));
        plans.put(36, Plan.asking(Step.ONE_TIME_PASSWORD).withDrift(Duration.ofMinutes(5)));
        int number = 41;
        for (Obstacle obstacle : Obstacle.values()) {
            plans.put(number++, Plan.refused(obstacle));
        }
        return plans;
    }
}
