package jp.inkan.e2e.windows;

import java.io.IOException;
import java.nio.file.Path;

/** The class archive of a laid-out or installed host, without the launcher between. */
final class Archive {
    static final String NAME = "host.aot";

    private Archive() {}

    /** Asks the host's version.
     * @param mode "on": the archive is used or Java doesn't start; "auto" as the launcher says */
    static Wine.Ended runWith(Wine pc, Path folder, String mode) throws IOException {
        return pc.run(
                folder.resolve("runtime/bin/java.exe").toString(), "-XX:AOTMode=" + mode, "-XX:+VerifySharedSpaces",
                "-XX:AOTCache=" + pc.windowsPath(folder.resolve(NAME)), "-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC", "-Xmx256m",
                "-Xlog:disable", "-Xlog:all=error:stderr", "-XX:+DisplayVMOutputToStderr", "--enable-native-access=ALL-UNNAMED",
                "-Dfile.encoding=UTF-8", "-cp", pc.windowsPath(folder) + "\\lib\\*", "jp.inkan.host.Main", "--version");
    }
}
