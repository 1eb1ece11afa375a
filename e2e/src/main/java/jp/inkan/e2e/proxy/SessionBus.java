package jp.inkan.e2e.proxy;

import java.io.IOException;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** A D-Bus session of its own, which GIO's runner of PAC files is started by. Its variables are the desktop's. */
public final class SessionBus implements AutoCloseable {
    private final Process process;
    private final String address;

    private SessionBus(Process process, String address) {
        this.process = process;
        this.address = address;
    }

    /** Returns when it can be reached.
     * @param environment of what it starts, added to ours */
    public static SessionBus start(Map<String, String> environment) throws IOException {
        var builder = new ProcessBuilder("dbus-daemon", "--session", "--nofork", "--print-address=1", "--nopidfile")
                .redirectError(ProcessBuilder.Redirect.DISCARD);
        builder.environment().putAll(environment);
        Process process = builder.start();
        String address = process.inputReader().readLine();
        if (address == null) {
            throw new IOException("dbus-daemon didn't start");
        }
        return new SessionBus(process, address);
    }

    /** For {@code DBUS_SESSION_BUS_ADDRESS}. */
    public String address() {
        return address;
    }

    @Override
    public void close() throws IOException {
        process.destroy();
        try {
            if (!process.waitFor(10, TimeUnit.SECONDS)) {
                process.destroyForcibly();
            }
        } catch (InterruptedException e) {
            process.destroyForcibly();
            Thread.currentThread().interrupt();
        }
    }
}
