package jp.inkan.host.flow;

import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyPair;
import java.security.Provider;
import java.security.Security;
import java.time.Clock;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import jp.inkan.host.bank.Bank;
import jp.inkan.host.bank.BankException;
import jp.inkan.host.bank.HandMadeBank;
import jp.inkan.host.certificate.CertificateRequest;
import jp.inkan.host.institution.Endpoint;
import jp.inkan.host.institution.Institution;
import jp.inkan.host.institution.Institutions;
import jp.inkan.host.journal.Entry;
import jp.inkan.host.journal.Journal;
import jp.inkan.host.proxy.Network;
import okhttp3.tls.HeldCertificate;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;

/** A test of flows and settlements at a bank that says what the test wants, with a store that only notes. */
abstract class AtHandMadeBank {
    static final Institution PRACTICE = Institutions.builtIn().byCode("9999").orElseThrow();
    static final Provider SIGNER = Security.getProvider("SunRsaSign");
    static final String NONE = "204 None\r\n\r\n";
    static final String ALREADY_ISSUED = "409 Conflict\r\nContent-Type: application/problem+json\r\n\r\n"
            + "{\"type\":\"urn:inkan:problem:already-issued\",\"code\":\"G004e\"}";
    static final String LOGIN_ID = "logid031";

    private static final String HOST = "www.cc9999.bizsol.anser.ne.jp";
    private static final HeldCertificate ROOT = new HeldCertificate.Builder().certificateAuthority(0).build();

    @TempDir
    private Path folder;

    HandMadeBank server;
    Endpoint endpoint;
    ThisPc pc;
    final KeptStore store = new KeptStore();

    @BeforeEach
    void open() throws Exception {
        server = HandMadeBank.as(new HeldCertificate.Builder().addSubjectAlternativeName(HOST).signedBy(ROOT).build());
        Path anchor = Files.writeString(folder.resolve("anchor.pem"), ROOT.certificatePem());
        endpoint = new Endpoint.Loopback(HOST, server.port(), anchor, false);
        pc = new ThisPc(store, new Journal(folder.resolve("journal")), Clock.systemUTC(), Network.direct());
    }

    @AfterEach
    void close() {
        server.close();
    }

    /** One after the other, to whatever is asked; the last one for ever. */
    void answer(String... answers) {
        Iterator<String> next = List.of(answers).iterator();
        server.behave(guest -> {
            guest.read();
            guest.write("HTTP/1.1 " + (next.hasNext() ? next.next() : answers[answers.length - 1]));
        });
    }

    /** The request of {@link #LOGIN_ID} for a key. */
    static byte[] requestFor(KeyPair key) throws Exception {
        return CertificateRequest.forLoginId(LOGIN_ID, key.getPublic(), key.getPrivate(), SIGNER);
    }

    /** What the journal says of it once it was sent. */
    Entry submitted(String name, KeyPair key) throws Exception {
        var entry = new Entry(name, "9999", Optional.empty(), new Entry.State.Submitted(requestFor(key)));
        pc.journal().write(entry);
        return entry;
    }

    Settlement.End settle(Entry entry) throws Exception {
        try (Bank bank = Bank.at(PRACTICE, endpoint, pc.clock(), pc.network())) {
            return new Settlement(PRACTICE, pc).settle(entry, bank, new Settlement.Caller() {
                @Override
                public <T> T call(ThroughProxy.Call<T> call) throws BankException {
                    return call.run();
                }
            });
        }
    }
}
