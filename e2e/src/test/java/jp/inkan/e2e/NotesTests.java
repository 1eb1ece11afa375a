package jp.inkan.e2e;

import jp.inkan.e2e.browser.Seen;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.TestWatcher;

/** Notes the names of the tests in a real browser that passed: its own, its method's and its class's, in one line. */
public final class NotesTests implements TestWatcher {
    private static final String BROWSER_TESTS = "jp.inkan.e2e.browser";

    @Override
    public void testSuccessful(ExtensionContext test) {
        if (test.getRequiredTestClass().getPackageName().equals(BROWSER_TESTS)) {
            Seen.note("tests", path(test));
        }
    }

    private static String path(ExtensionContext context) {
        String own = context.getDisplayName();
        return context.getParent().filter(parent -> parent.getParent().isPresent())
                .map(parent -> path(parent) + " > " + own)
                .orElse(own);
    }
}
