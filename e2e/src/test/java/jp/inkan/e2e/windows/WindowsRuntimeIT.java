package jp.inkan.e2e.windows;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@DisplayName("The Windows Java runtime")
class WindowsRuntimeIT {
    @Test
    @DisplayName("runs, and is Java 25")
    void runs(@TempDir Path folder) throws IOException {
        try (Wine pc = Wine.at(folder.resolve("pc"))) {
            Wine.Ended java = pc.run(WindowsRuntime.find().resolve("bin/java.exe").toString(), "-version").orThrow();
            assertThat(java.err()).contains("openjdk version \"25");
        }
    }
}
