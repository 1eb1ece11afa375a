package jp.inkan.e2e.browser;

import java.nio.file.Files;
import java.nio.file.Path;

/** Where the built product lies: the packaged host and the unpacked extension, never classes from a build folder. */
public record Product(Path launcher, Path extension) {
    /** Says where the project is; else it is the working folder or the one above. */
    private static final String ROOT = "inkan.root";
    /** The id that the key in the extension's manifest gives. */
    public static final String EXTENSION_ID = "ddaniehfdnhkiknojdeepnahphfjkbnm";

    public static Product find() {
        Path root = root();
        Product product = new Product(
                root.resolve("native-host/target/inkan/bin/inkan-host"), root.resolve("extension/target/extension"));
        if (!Files.isExecutable(product.launcher) || !Files.exists(product.extension.resolve("manifest.json"))) {
            throw new IllegalStateException("Nothing is built yet: run ./dev package");
        }
        return product;
    }

    public static Path root() {
        String given = System.getProperty(ROOT);
        if (given != null) {
            return Path.of(given);
        }
        Path here = Path.of("").toAbsolutePath();
        return Files.exists(here.resolve("dev")) ? here : here.getParent();
    }
}
