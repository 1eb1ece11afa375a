package jp.inkan.host;

import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import jp.inkan.host.platform.OperatingSystem;
import org.junit.platform.engine.TestExecutionResult;
import org.junit.platform.engine.discovery.DiscoverySelectors;
import org.junit.platform.launcher.TestExecutionListener;
import org.junit.platform.launcher.TestIdentifier;
import org.junit.platform.launcher.core.LauncherDiscoveryRequestBuilder;
import org.junit.platform.launcher.core.LauncherFactory;

/**
 * Runs test classes on Windows' Java. Prints a line for each test: {@code passed} or {@code FAILED}, a tab, its name, and where it
 * failed a tab and why. The tests in e2e start it and read them.
 */
public final class OnWindows {
    private OnWindows() {}

    /** @param classes fully qualified names */
    public static void main(String[] classes) {
        var out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
        OperatingSystem.prepare();
        var request = LauncherDiscoveryRequestBuilder.request();
        for (String each : classes) {
            request.selectors(DiscoverySelectors.selectClass(each));
        }
        LauncherFactory.create().execute(request.build(), new TestExecutionListener() {
            @Override
            public void executionFinished(TestIdentifier test, TestExecutionResult result) {
                boolean passed = result.getStatus() == TestExecutionResult.Status.SUCCESSFUL;
                if (test.isTest() || !passed) {
                    out.println((passed ? "passed\t" : "FAILED\t") + test.getDisplayName()
                            + result.getThrowable().map(why -> "\t" + String.valueOf(why).replaceAll("\\s+", " ")).orElse(""));
                    result.getThrowable().ifPresent(why -> why.printStackTrace(System.err));
                }
            }
        });
        // What a test has left running is its own affair.
        System.exit(0);
    }
}
