package jp.inkan.e2e.windows;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import jp.inkan.e2e.browser.Commands;
import jp.inkan.e2e.browser.Product;

/** Builds what of the tests is written in C, for 64-bit Windows, from {@code src/test/native/windows}. */
final class Mingw {
    private Mingw() {}

    /** @param libraries what it is linked with */
    static Path dll(String name, Path folder, String... libraries) {
        return build(name, folder.resolve(name + ".dll"), List.of("-shared"), libraries);
    }

    static Path program(String name, Path folder, String... libraries) {
        return build(name, folder.resolve(name + ".exe"), List.of(), libraries);
    }

    private static Path build(String name, Path out, List<String> options, String... libraries) {
        Path source = Product.root().resolve("e2e/src/test/native/windows/" + name + ".c");
        var command = new ArrayList<>(List.of("x86_64-w64-mingw32-gcc", "-Wall", "-Wextra", "-Werror", "-Wno-multichar", "-O1"));
        command.addAll(options);
        command.addAll(List.of("-o", out.toString(), source.toString()));
        for (String library : libraries) {
            command.add("-l" + library);
        }
        Commands.run(Map.of(), command.toArray(String[]::new));
        return out;
    }
}
