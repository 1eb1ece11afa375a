package jp.inkan.e2e.proxy;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.concurrent.TimeUnit;

/**
 * An office's proxy: Debian's squid as a process of ours, on 127.0.0.1 and a free port. It lets CONNECT through to the names
 * it is started with, which it finds on this machine, at any port.
 */
public final class Squid implements AutoCloseable {
    private static final Path PROGRAM = Path.of("/usr/sbin/squid");
    private static final Duration PATIENCE = Duration.ofSeconds(20);

    private final SquidFolder folder;
    private final Process process;
    private final int port;

    private Squid(SquidFolder folder, Process process, int port) {
        this.folder = folder;
        this.process = process;
        this.port = port;
    }

    /** Returns when it can be reached.
     * @param names host names that lead to 127.0.0.1 */
    public static Squid start(Admission admission, Collection<String> names) throws IOException {
        return start(admission, names, FreePort.find());
    }

    /** @param port of one that was closed, in whose place this one stands */
    public static Squid start(Admission admission, Collection<String> names, int port) throws IOException {
        SquidFolder folder = SquidFolder.create(admission, names, port);
        Process process = new ProcessBuilder(PROGRAM.toString(), "-N", "-f", folder.configuration().toString())
                .redirectErrorStream(true)
                .redirectOutput(folder.output().toFile())
                .start();
        var squid = new Squid(folder, process, port);
        try {
            squid.awaitListening();
        } catch (IOException e) {
            squid.close();
            throw e;
        }
        return squid;
    }

    private void awaitListening() throws IOException {
        Instant deadline = Instant.now().plus(PATIENCE);
        while (!listens()) {
            if (!process.isAlive() || Instant.now().isAfter(deadline)) {
                throw new IOException("squid didn't start: " + Files.readString(folder.output()));
            }
            pause();
        }
    }

    private boolean listens() {
        try (var socket = new Socket()) {
            socket.connect(new InetSocketAddress("127.0.0.1", port), 1000);
            return process.isAlive();
        } catch (IOException e) {
            return false;
        }
    }

    private static void pause() {
        try {
            TimeUnit.MILLISECONDS.sleep(20);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    public int port() {
        return port;
    }

    /** For {@code https_proxy}. */
    public String url() {
        return "http://127.0.0.1:" + port;
    }

    /** The same with a login in it. */
    public String url(String user, String password) {
        return "http://" + user + ":" + password + "@127.0.0.1:" + port;
    }

    /** What it was asked so far, and has done with; a tunnel is among them once it is closed. */
    public List<Passage> passages() throws IOException {
        return folder.passages();
    }

    /** The same, when there are so many that went through.
     * @throws IOException if there aren't in time */
    public List<Passage> awaitPassages(int count) throws IOException {
        Instant deadline = Instant.now().plus(PATIENCE);
        while (true) {
            List<Passage> through = passages().stream().filter(Passage::through).toList();
            if (through.size() >= count) {
                return through;
            }
            if (Instant.now().isAfter(deadline)) {
                throw new IOException("Only these went through squid: " + through);
            }
            pause();
        }
    }

    @Override
    public void close() throws IOException {
        process.destroy();
        try {
            if (!process.waitFor(PATIENCE.toSeconds(), TimeUnit.SECONDS)) {
                process.destroyForcibly().waitFor();
            }
        } catch (InterruptedException e) {
            process.destroyForcibly();
            Thread.currentThread().interrupt();
        }
        folder.delete();
    }
}
