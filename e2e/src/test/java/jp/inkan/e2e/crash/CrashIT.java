package jp.inkan.e2e.crash;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicContainer.dynamicContainer;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.DynamicNode;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/**
 * Whatever dies, whenever: the real host, a real key store, a real disk, and a library before them that lists the steps by
 * itself. {@code ./dev test} runs the quick part, {@code ./dev test --all} all of it.
 */
@DisplayName("No issued certificate is lost")
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class CrashIT {
    private final Plan plan = Boolean.getBoolean("inkan.all") ? Plan.ALL : Plan.QUICK;
    private final Matrix matrix = new Matrix();

    private Path folder;
    private RestartableBank bank;
    private int trials;

    @BeforeAll
    void open(@TempDir Path empty) throws IOException {
        folder = empty;
        bank = new RestartableBank(Files.createDirectory(folder.resolve("bank")));
    }

    @AfterAll
    void close() throws IOException {
        bank.close();
    }

    @TestFactory
    @DisplayName("whatever happens before whichever step: afterwards there is exactly one, it logs in, and nothing is left over")
    Stream<DynamicNode> everything() {
        return Stream.of(Job.values()).map(job -> dynamicContainer(job.toString(), trialsOf(job)));
    }

    private Stream<DynamicNode> trialsOf(Job job) {
        List<Step> steps = stepsOf(job);
        return Stream.of(Mishap.values()).flatMap(mishap -> plan.of(job, steps, mishap).stream().map(step -> {
            matrix.plan(job, step, mishap);
            return dynamicTest(mishap + " before " + step.number() + " " + step.what(), () -> run(job, mishap, step));
        }));
    }

    private List<Step> stepsOf(Job job) {
        try {
            List<Step> steps = nextTrial(job).undisturbed();
            assertThat(steps).extracting(Step::kind).contains(Step.Kind.values());
            return steps;
        } catch (Exception e) {
            throw new IllegalStateException("The job doesn't even work undisturbed: " + job, e);
        }
    }

    private void run(Job job, Mishap mishap, Step step) throws Exception {
        try {
            nextTrial(job).run(mishap, step.number());
            matrix.passed(job, step, mishap);
        } catch (Exception | AssertionError e) {
            matrix.failed(job, step, mishap);
            throw e;
        }
    }

    private Trial nextTrial(Job job) throws IOException {
        trials++;
        return new Trial(bank, Files.createDirectory(folder.resolve("trial" + trials)), job);
    }
}
