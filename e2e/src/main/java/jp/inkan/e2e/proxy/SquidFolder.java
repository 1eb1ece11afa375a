package jp.inkan.e2e.proxy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** All the files of one squid, in a temporary folder that belongs to the user it runs as. */
record SquidFolder(Path path) {
    /** What Debian's squid becomes when root starts it. */
    private static final String USER = "proxy";

    static SquidFolder create(Admission admission, Collection<String> names, int port) throws IOException {
        var folder = new SquidFolder(Files.createTempDirectory("squid"));
        String hosts = names.stream().map(name -> "127.0.0.1 " + name + "\n").collect(Collectors.joining());
        Files.writeString(folder.path.resolve("hosts"), hosts);
        Files.writeString(folder.path.resolve("logins"), logins(admission));
        Files.writeString(folder.configuration(), folder.configuration(admission, port));
        if (System.getProperty("user.name").equals("root")) {
            folder.giveAway();
        }
        return folder;
    }

    Path configuration() {
        return path.resolve("squid.conf");
    }

    Path output() {
        return path.resolve("output");
    }

    private Path accessLog() {
        return path.resolve("access.log");
    }

    List<Passage> passages() throws IOException {
        if (!Files.exists(accessLog())) {
            return List.of();
        }
        // The end may be half a line; whoever only tries the port is logged as an error.
        String whole = Files.readString(accessLog());
        return whole.substring(0, whole.lastIndexOf('\n') + 1).lines()
                .filter(line -> !line.contains(" error:"))
                .map(Passage::of)
                .toList();
    }

    private static String logins(Admission admission) {
        return switch (admission) {
            case Admission.Open _, Admission.Forbidden _ -> "";
            case Admission.Basic basic -> basic.user() + ":" + Md5.hex(basic.password()) + "\n";
            case Admission.Digest digest -> digest.user() + ":" + digest.password() + "\n";
        };
    }

    private String configuration(Admission admission, int port) {
        return """
                http_port 127.0.0.1:%d
                hosts_file %2$s/hosts
                # Nobody is asked for any other name.
                dns_nameservers 127.0.0.1
                visible_hostname practice-proxy.invalid
                %3$s
                http_access deny all
                logformat passage %%rm %%ru %%un %%>Hs
                access_log stdio:%2$s/access.log passage
                cache_log %2$s/cache.log
                pid_filename %2$s/squid.pid
                cache_effective_user %4$s
                coredump_dir none
                cache deny all
                cache_store_log none
                netdb_filename none
                pinger_enable off
                # Containers have little shared memory, and may have a limit of a thousand million files.
                workers 1
                memory_cache_shared off
                max_filedescriptors 1024
                shutdown_lifetime 0 seconds
                """.formatted(port, path, rules(admission), USER);
    }

    private String rules(Admission admission) {
        return switch (admission) {
            case Admission.Open _ -> "http_access allow CONNECT";
            case Admission.Forbidden _ -> "";
            case Admission.Basic _ -> known("basic", "basic_ncsa_auth");
            case Admission.Digest _ -> known("digest", "digest_file_auth");
        };
    }

    private String known(String scheme, String helper) {
        return """
                auth_param %1$s program /usr/lib/squid/%2$s %3$s/logins
                auth_param %1$s children 1
                auth_param %1$s realm Practice proxy
                acl known proxy_auth REQUIRED
                http_access allow CONNECT known""".formatted(scheme, helper, path);
    }

    private void giveAway() throws IOException {
        var owner = path.getFileSystem().getUserPrincipalLookupService().lookupPrincipalByName(USER);
        try (Stream<Path> files = Files.walk(path)) {
            for (Path file : files.toList()) {
                Files.setOwner(file, owner);
            }
        }
    }

    void delete() throws IOException {
        try (Stream<Path> files = Files.walk(path)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.deleteIfExists(file);
            }
        }
    }
}
