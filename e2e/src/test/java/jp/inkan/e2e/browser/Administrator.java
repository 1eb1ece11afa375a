package jp.inkan.e2e.browser;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;

/**
 * Someone who sets Chromium's policies on a PC. The folder that Chromium reads them from belongs to the machine, where they
 * would reach every other browser too: this browser sees another folder there, in a mount namespace of its own.
 */
final class Administrator {
    private static final String READ_BY_CHROMIUM = "/etc/chromium";

    private final Path policy;
    private final Path program;

    private Administrator(Path policy, Path program) {
        this.policy = policy;
        this.program = program;
    }

    /** @param folder empty or not there yet */
    static Administrator in(Path folder) throws IOException {
        Path policies = Files.createDirectories(folder.resolve("policies/managed"));
        Path program = Files.writeString(folder.resolve("chromium"), """
            #!/bin/sh
            if [ "$(id -u)" = 0 ]; then own=--mount; else own='--user --map-current-user --keep-caps --mount'; fi
            exec unshare $own sh -c 'mount --bind "$0" %s && exec "$@"' '%s' '%s' "$@"
            """.formatted(READ_BY_CHROMIUM, folder, Chromium.binary()));
        Files.setPosixFilePermissions(program, PosixFilePermissions.fromString("rwx------"));
        return new Administrator(policies.resolve("inkan.json"), program);
    }

    /** The browser that sees the policies. */
    Path program() {
        return program;
    }

    /** Sets what our extension finds in managed storage; a browser that runs hears of it. @param json an object */
    void set(String json) throws IOException {
        Path written = Files.writeString(policy.resolveSibling("inkan.json.new"), """
            {"3rdparty": {"extensions": {"%s": %s}}}
            """.formatted(Product.EXTENSION_ID, json));
        Files.move(written, policy, StandardCopyOption.ATOMIC_MOVE);
    }
}
