import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import jp.inkan.host.registration.ExtensionIds;
import jp.inkan.host.registration.HostManifest;

/** Writes the browsers' host manifest as the host itself would. Run from source when the Windows package is built. */
class Manifest {
    /** @param arguments the program that it names, which on Windows may stand in the manifest's own folder; where to write */
    public static void main(String[] arguments) throws IOException {
        Files.writeString(Path.of(arguments[1]), HostManifest.render(Path.of(arguments[0]), ExtensionIds.builtIn()));
    }
}
