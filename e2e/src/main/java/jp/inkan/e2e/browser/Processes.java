package jp.inkan.e2e.browser;

import java.util.Optional;
import java.util.function.Predicate;

/**
 * What runs for one of the browsers that were started here.
 *
 * @param userData its folder, by which it is told apart
 */
record Processes(String userData) {
    /** The program that started everything else of this browser. */
    Optional<ProcessHandle> browser() {
        return find(command -> command.contains("--user-data-dir=") && !command.contains("--type="));
    }

    /** The host that it has started. */
    Optional<ProcessHandle> host() {
        return find(command -> command.contains("jp.inkan.host.Main"));
    }

    private Optional<ProcessHandle> find(Predicate<String> command) {
        return ProcessHandle.current().descendants()
                .filter(process -> process.info().commandLine().filter(command).isPresent())
                .filter(this::owns)
                .findFirst();
    }

    private boolean owns(ProcessHandle process) {
        for (Optional<ProcessHandle> each = Optional.of(process); each.isPresent(); each = each.get().parent()) {
            if (each.get().info().commandLine().orElse("").contains("--user-data-dir=" + userData)) {
                return true;
            }
        }
        return false;
    }
}
