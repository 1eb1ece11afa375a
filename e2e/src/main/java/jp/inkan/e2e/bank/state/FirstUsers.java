package jp.inkan.e2e.bank.state;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** Who is there when a bank begins: one user for each thing that there is to practise, all of one contract. */
final class FirstUsers {
    private static final String MASTER = loginId(30);

    private FirstUsers() {
    }

    /** The master last. */
    static List<User> all() {
        Stream<User> users = plans().entrySet().stream()
                .map(each -> User.create(loginId(each.getKey()), each.getValue(), MASTER));
        return Stream.concat(users, Stream.of(User.createMaster(MASTER))).toList();
    }

    /** The form that the manuals' login ids have. */
    static String loginId(int number) {
        return "logid%03d".formatted(number);
    }

    /** By the number in the login id, in order. */
    private static Map<Integer, Plan> plans() {
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
        // To renew, to be too early, to expire and to be revoked: see the bank's help.
        for (int each = 51; each <= 54; each++) {
            plans.put(each, Plan.NOTHING_MORE);
        }
        return plans;
    }
}
