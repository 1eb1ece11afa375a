package jp.inkan.e2e.windows;

import java.nio.file.Files;
import java.nio.file.Path;
import jp.inkan.e2e.browser.Product;

/** The Windows Java that {@code ./dev} has fetched and verified. */
public final class WindowsRuntime {
    private WindowsRuntime() {}

    /** The folder with {@code bin} and {@code lib} in it. */
    public static Path find() {
        Path runtime = Product.root().resolve("installer/target/windows-runtime");
        if (!Files.exists(runtime.resolve("release"))) {
            throw new IllegalStateException("No Windows runtime is there yet: run ./dev package --windows");
        }
        return runtime;
    }
}
