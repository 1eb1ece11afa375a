package jp.inkan.e2e.windows;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import jp.inkan.e2e.browser.Product;

/** What {@code ./dev package --windows} has made. */
public record WindowsPackage(Path folder, String version) {
    /** The icon that the MSIs were made with. */
    public static final Path ICON = Product.root().resolve("installer/target/work/inkan.ico");
    private static final String NAME = "Inkan-";
    private static final Path TOOLS = Product.root().resolve("installer/windows/build");

    public static WindowsPackage find() {
        Path target = Product.root().resolve("installer/target/windows");
        try (Stream<Path> entries = Files.list(target)) {
            Path folder = entries.filter(Files::isDirectory).findFirst().orElseThrow();
            return new WindowsPackage(folder, folder.getFileName().toString().substring(NAME.length()));
        } catch (IOException e) {
            throw new UncheckedIOException("Nothing is built yet: run ./dev package --windows", e);
        }
    }

    public Path msi(Scope scope) {
        return folder.resolveSibling(NAME + version + scope.ending + ".msi");
    }

    /** One of the scripts that build the package. */
    public static Path tool(String name) {
        return TOOLS.resolve(name);
    }

    /** Its files by their paths within, with /. */
    public Set<String> files() throws IOException {
        return files(folder);
    }

    /** A folder's files by their paths within, with /. */
    public static Set<String> files(Path folder) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(Files::isRegularFile).map(file -> folder.relativize(file).toString())
                    .collect(Collectors.toCollection(TreeSet::new));
        }
    }

    /** As it is, into a folder that isn't there yet. */
    public void copyTo(Path other) throws IOException {
        copy(folder, other);
    }

    /** A folder with all that is in it, with the times of the files. */
    public static void copy(Path from, Path to) throws IOException {
        Files.walkFileTree(from, new SimpleFileVisitor<>() {
            @Override
            public FileVisitResult preVisitDirectory(Path folder, BasicFileAttributes attributes) throws IOException {
                Files.createDirectories(to.resolve(from.relativize(folder)));
                return FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
                Files.copy(file, to.resolve(from.relativize(file)), StandardCopyOption.COPY_ATTRIBUTES);
                return FileVisitResult.CONTINUE;
            }
        });
    }

    /** For whom an MSI installs. */
    public enum Scope {
        USER("", "user", "HKCU"),
        MACHINE("-all-users", "machine", "HKLM");

        private final String ending;
        private final String word;
        private final String root;

        Scope(String ending, String word, String root) {
            this.ending = ending;
            this.word = word;
            this.root = root;
        }

        /** As the build script calls it. */
        public String word() {
            return word;
        }

        /** Where in the registry. */
        public String root() {
            return root;
        }

        /** The folder that has a folder for each version in it. */
        public Path programs(Wine pc) {
            return this == USER ? pc.localAppData().resolve("Programs/Inkan") : pc.driveC().resolve("Program Files/Inkan");
        }
    }
}
