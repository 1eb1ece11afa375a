package jp.inkan.host.store.nss;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.List;

/**
 * A database into which no certificate can be written, until the program that tried has taken one out: what a disk does that
 * is full for a moment. In a process of its own, since two SQLite libraries in one process break each other's locks.
 */
final class FullDisk implements AutoCloseable {
    private static final String READY = "ready";

    private final Process process;

    private FullDisk(Process process) {
        this.process = process;
    }

    /** @param placeholder the label of the certificate that will be taken out */
    static FullDisk until(Path folder, String placeholder) throws IOException {
        Process process = new ProcessBuilder(List.of(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "--enable-native-access=ALL-UNNAMED",
                        "-cp", System.getProperty("java.class.path"),
                        FullDisk.class.getName(), folder.resolve("cert9.db").toString(), placeholder))
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        BufferedReader output = process.inputReader();
        if (!READY.equals(output.readLine())) {
            throw new IOException("No trigger was made");
        }
        return new FullDisk(process);
    }

    void assertWasFull() throws InterruptedException {
        if (process.waitFor() != 0) {
            throw new AssertionError("The write didn't fail as it should have");
        }
    }

    @Override
    public void close() {
        process.destroy();
    }

    public static void main(String[] arguments) throws SQLException {
        try (Connection database = DriverManager.getConnection("jdbc:sqlite:" + arguments[0])) {
            execute(database, "PRAGMA busy_timeout = 10000");
            execute(database, "CREATE TRIGGER full BEFORE INSERT ON nssPublic BEGIN SELECT RAISE(FAIL, 'full'); END");
            System.out.println(READY);
            while (count(database, arguments[1]) > 0) {
                Thread.onSpinWait();
            }
            execute(database, "DROP TRIGGER full");
        }
    }

    private static void execute(Connection database, String statement) throws SQLException {
        try (var sql = database.createStatement()) {
            sql.execute(statement);
        }
    }

    /** The third attribute of PKCS#11, CKA_LABEL, as NSS calls its columns. */
    private static int count(Connection database, String label) throws SQLException {
        try (var query = database.prepareStatement("SELECT count(*) FROM nssPublic WHERE CAST(a3 AS TEXT) = ?")) {
            query.setString(1, label);
            return query.executeQuery().getInt(1);
        }
    }
}
