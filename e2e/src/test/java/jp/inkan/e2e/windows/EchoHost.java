package jp.inkan.e2e.windows;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import java.util.stream.Stream;
import javax.tools.ToolProvider;
import jp.inkan.e2e.browser.Product;

/** The Windows launcher and runtime with another program in the host's place, {@code resources/windows/Main.java}. */
final class EchoHost {
    private static final String CLASS = "jp/inkan/host/Main.class";

    private EchoHost() {}

    /** @param folder isn't there yet */
    static void layOut(Path folder) throws IOException {
        Path product = WindowsPackage.find().folder();
        Files.createDirectories(folder.resolve("lib"));
        WindowsPackage.copy(product.resolve("runtime"), folder.resolve("runtime"));
        for (String launcher : List.of("inkan-host.exe", "inkan.exe")) {
            Files.copy(product.resolve(launcher), folder.resolve(launcher));
        }
        try (OutputStream out = Files.newOutputStream(folder.resolve("lib/echo.jar")); var jar = new JarOutputStream(out)) {
            jar.putNextEntry(new JarEntry(CLASS));
            jar.write(compiled());
            jar.closeEntry();
        }
    }

    private static byte[] compiled() throws IOException {
        Path classes = Files.createTempDirectory("echo-host");
        Path source = Product.root().resolve("e2e/src/test/resources/windows/Main.java");
        int ended = ToolProvider.getSystemJavaCompiler().run(null, null, null, "-d", classes.toString(), source.toString());
        if (ended != 0) {
            throw new IOException("The program in the host's place doesn't compile");
        }
        byte[] compiled = Files.readAllBytes(classes.resolve(CLASS));
        try (Stream<Path> files = Files.walk(classes)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        }
        return compiled;
    }
}
