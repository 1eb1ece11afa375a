package jp.inkan.host;

import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** In the host's place: says how it was started, then does what its first argument says. */
public final class Main {
    public static void main(String[] arguments) throws Exception {
        switch (arguments[0]) {
            case "tell" -> {
                var out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
                List.of(arguments).forEach(argument -> out.print("argument=" + argument + "\n"));
                for (String property : List.of("inkan.launcher", "inkan.browser", "stdout.encoding", "tool", "java.home")) {
                    out.print(property + "=" + System.getProperty(property) + "\n");
                }
                for (String variable : List.of("JAVA_TOOL_OPTIONS", "JDK_JAVA_OPTIONS", "_JAVA_OPTIONS")) {
                    out.print(variable + "=" + System.getenv(variable) + "\n");
                }
            }
            case "echo" -> System.in.transferTo(System.out);
            case "end" -> System.exit(Integer.parseInt(arguments[1]));
            case "stay" -> {
                System.out.write('r');
                System.out.flush();
                Thread.sleep(Long.MAX_VALUE);
            }
            case "browse" -> {
                ProcessHandle self = ProcessHandle.current();
                System.out.println("browser=" + self.pid() + "-" + self.info().startInstant().orElseThrow().toEpochMilli());
                String launcher = System.getProperty("inkan.launcher");
                for (var command : List.of(List.of(launcher, "tell"), List.of("cmd.exe", "/c", launcher, "tell"))) {
                    int ended = new ProcessBuilder(command).inheritIO().start().waitFor();
                    if (ended != 0) {
                        throw new IllegalStateException(command + " ended with " + ended);
                    }
                }
            }
            default -> throw new IllegalArgumentException(arguments[0]);
        }
    }
}
