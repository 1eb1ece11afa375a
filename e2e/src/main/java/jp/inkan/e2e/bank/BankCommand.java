package jp.inkan.e2e.bank;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import jp.inkan.e2e.bank.state.Obstacle;
import jp.inkan.e2e.bank.state.Plan;
import jp.inkan.e2e.bank.state.SecretQuestion;
import jp.inkan.e2e.bank.state.Step;
import jp.inkan.e2e.bank.state.User;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code ./dev bank}: starts a practice bank, prints one line of JSON about it, and serves until it is stopped. */
@Command(name = "bank", mixinStandardHelpOptions = true,
        description = "Starts the practice bank and prints where it is, as one line of JSON.")
public final class BankCommand implements Callable<Integer> {
    @Option(names = "--state", paramLabel = "DIR",
            description = "Folder for keys, users and issued certificates; without it the bank forgets all at its end.")
    private Path state;

    /** Ends with 0 after SIGINT or SIGTERM, 1 if the bank can't start, 2 if the arguments make no sense. */
    public static void main(String[] arguments) {
        System.exit(new CommandLine(new BankCommand())
                .setExecutionExceptionHandler((e, command, parsed) -> {
                    command.getErr().println(e.getMessage());
                    return CommandLine.ExitCode.SOFTWARE;
                })
                .execute(arguments));
    }

    @Override
    public Integer call() throws IOException, InterruptedException {
        BankOptions options = state == null ? BankOptions.defaults() : BankOptions.defaults().withState(state);
        PracticeBank bank = PracticeBank.start(options);
        Runtime.getRuntime().addShutdownHook(new Thread(() -> stop(bank)));
        System.out.println(JsonMapper.builder().build().writeValueAsString(Started.of(bank)));
        new CountDownLatch(1).await();
        return CommandLine.ExitCode.OK;
    }

    /** Being told to stop is how this program ends well, so its exit code isn't that of a signal. */
    private static void stop(PracticeBank bank) {
        int exitCode = CommandLine.ExitCode.OK;
        try {
            bank.close();
        } catch (IOException | RuntimeException e) {
            System.err.println(e.getMessage());
            exitCode = CommandLine.ExitCode.SOFTWARE;
        }
        Runtime.getRuntime().halt(exitCode);
    }

    private record Started(String url, String trustAnchor, String hostConfiguration, String resolverRules,
                           List<Login> users) {
        static Started of(PracticeBank bank) {
            return new Started(bank.url().toString(), bank.trustAnchor().toString(),
                    bank.hostConfiguration().toString(), bank.resolverRules(),
                    bank.users().stream().map(Login::of).toList());
        }
    }

    /** What a person, or a script, needs to be one of the users; what doesn't concern them is left out. */
    @JsonInclude(JsonInclude.Include.NON_EMPTY)
    private record Login(String loginId, String password, String tokenSecret, List<String> steps,
                         String refusal, Long driftSeconds, String question, String answer,
                         String confirmationPassword) {
        static Login of(User user) {
            Plan plan = user.plan();
            return new Login(user.loginId(), user.password(), user.tokenSecret(),
                    plan.steps().stream().map(Step::word).toList(),
                    plan.obstacle().map(Obstacle::reason).orElse(null),
                    plan.drift().isZero() ? null : plan.drift().toSeconds(),
                    plan.question().map(SecretQuestion::text).orElse(null),
                    plan.question().map(SecretQuestion::answer).orElse(null),
                    user.confirmationPassword().orElse(null));
        }

        /** Without the secrets. */
        @Override
        public String toString() {
            return "Login[" + loginId + "]";
        }
    }
}
