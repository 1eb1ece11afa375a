import java.io.IOException;
import java.lang.classfile.ClassFile;
import java.lang.classfile.ClassTransform;
import java.lang.classfile.attribute.ModuleHashesAttribute;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * Takes the hashes of the other modules out of a {@code module-info.class}. They are of the jmod files that a Java runtime was
 * linked from; jlink wouldn't link the modules of that runtime once more. Run from source when the Windows package is built.
 */
class WithoutHashes {
    /** @param files the {@code module-info.class} */
    public static void main(String[] files) throws IOException {
        Path file = Path.of(files[0]);
        ClassFile classFile = ClassFile.of();
        var dropHashes = ClassTransform.dropping(element -> element instanceof ModuleHashesAttribute);
        Files.write(file, classFile.transformClass(classFile.parse(file), dropHashes));
    }
}
