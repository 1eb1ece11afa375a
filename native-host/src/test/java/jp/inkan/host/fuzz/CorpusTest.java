package jp.inkan.host.fuzz;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.Timeout;

/** Every {@code …Fuzz} with the inputs in {@code src/test/resources/fuzz/<its name>}: seeds, and whatever was once found. */
@DisplayName("What comes from outside keeps its properties")
@Timeout(60)
class CorpusTest {
    private static final Path CORPUS = Path.of("src/test/resources/fuzz");
    private static final List<Class<?>> TARGETS = targets(Path.of("src/test/java"));

    @TestFactory
    @DisplayName("for the input")
    Stream<DynamicTest> inputs() {
        return TARGETS.stream().flatMap(target -> inputsOf(target).stream()
                .map(input -> DynamicTest.dynamicTest(target.getSimpleName() + "/" + input.getFileName(), () -> run(target, input))));
    }

    @Test
    @DisplayName("and each target has inputs, each input a target")
    void complete() throws IOException {
        try (Stream<Path> folders = Files.list(CORPUS)) {
            assertThat(folders.map(folder -> folder.getFileName().toString()))
                    .containsExactlyInAnyOrderElementsOf(TARGETS.stream().map(Class::getSimpleName).toList());
        }
        assertThat(TARGETS).hasSizeGreaterThan(6).allSatisfy(target -> assertThat(inputsOf(target)).isNotEmpty());
    }

    private static List<Class<?>> targets(Path sources) {
        try (Stream<Path> files = Files.walk(sources)) {
            return files.map(file -> sources.relativize(file).toString().replace(File.separatorChar, '.'))
                    .filter(file -> file.endsWith("Fuzz.java"))
                    .<Class<?>>map(file -> named(file.substring(0, file.length() - ".java".length())))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Class<?> named(String name) {
        try {
            return Class.forName(name);
        } catch (ClassNotFoundException e) {
            throw new AssertionError(e);
        }
    }

    private static List<Path> inputsOf(Class<?> target) {
        try (Stream<Path> files = Files.list(CORPUS.resolve(target.getSimpleName()))) {
            return files.sorted().toList();
        } catch (IOException e) {
            return List.of();
        }
    }

    private static void run(Class<?> target, Path input) throws Throwable {
        Method test = target.getMethod("fuzzerTestOneInput", byte[].class);
        try {
            test.invoke(null, (Object) Files.readAllBytes(input));
        } catch (InvocationTargetException e) {
            throw e.getCause();
        }
    }
}
