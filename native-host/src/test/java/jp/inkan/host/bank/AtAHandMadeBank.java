package jp.inkan.host.bank;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import jp.inkan.host.institution.Endpoint;
import jp.inkan.host.proxy.Network;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** The right certificate, and anything but the right conduct. One bank for all tests of a class. */
@Timeout(30)
abstract class AtAHandMadeBank {
    @TempDir
    static Path folder;

    static HandMadeBank server;
    private static Path anchor;

    @BeforeAll
    static void open() throws IOException {
        anchor = Files.writeString(folder.resolve("anchor.pem"), AtTheBank.ROOT.certificatePem());
        server = HandMadeBank.as(AtTheBank.certificate().build());
    }

    @AfterAll
    static void close() {
        server.close();
    }

    static Endpoint at(int port) {
        return new Endpoint.Loopback(AtTheBank.HOST, port, anchor, false);
    }

    /** As users call it. */
    static Bank bank() throws BankException {
        return Bank.at(AtTheBank.PRACTICE, at(server.port()), Clock.systemUTC(), Network.direct());
    }

    /** @param network with proxies of this machine */
    static Bank bank(Network network) throws BankException {
        return Bank.at(
                AtTheBank.PRACTICE, new Endpoint.Loopback(AtTheBank.HOST, server.port(), anchor, true), Clock.systemUTC(), network);
    }

    static Bank impatient(int port, Duration callLimit) throws BankException {
        return Bank.at(AtTheBank.PRACTICE, at(port), Clock.systemUTC(), Network.direct(), callLimit);
    }
}
