package jp.inkan.host.messaging;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.Channels;
import java.nio.channels.Pipe;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.cert.X509Certificate;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import jp.inkan.host.institution.Institutions;
import jp.inkan.host.institution.Practice;
import jp.inkan.host.journal.Journal;
import jp.inkan.host.proxy.Network;
import jp.inkan.host.store.StoreException;
import jp.inkan.host.store.StoredCertificate;
import jp.inkan.host.store.StoredKey;
import jp.inkan.host.store.UserKeyStore;
import okhttp3.tls.HeldCertificate;

/** The browser's end of a session, over the system's pipes. */
final class Port implements AutoCloseable {
    static final String EXTENSION = "chrome-extension://ddaniehfdnhkiknojdeepnahphfjkbnm";
    private static final ObjectMapper JSON = new ObjectMapper();

    private final OutputStream toHost;
    private final InputStream fromHost;
    private final EmptyStore store = new EmptyStore();
    private final Thread session;

    private Port(Runnable onWelcome, Optional<Practice> practice) {
        try {
            Path journal = Files.createTempDirectory("journal");
            journal.toFile().deleteOnExit();
            Pipe in = Pipe.open();
            Pipe out = Pipe.open();
            toHost = Channels.newOutputStream(in.sink());
            fromHost = Channels.newInputStream(out.source());
            var services = new Services(
                    "0.1.0", EXTENSION, "4711-1", Institutions.builtIn(), () -> practice, () -> store, new Journal(journal),
                    Clock.systemUTC(), Network.direct());
            session = Thread.ofPlatform().start(new Session(
                    Channels.newInputStream(in.source()), Channels.newOutputStream(out.sink()), services, onWelcome)::run);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A practice bank is configured, at a port where nobody listens. */
    static Port open(Runnable onWelcome) {
        return new Port(onWelcome, Optional.of(new Practice(
                Map.of("www.cc9999.bizsol.anser.ne.jp", 1, "cert.cc9999.bizsol.anser.ne.jp", 1), anchor(), 0, false)));
    }

    private static Path anchor() {
        try {
            Path file = Files.createTempFile("anchor", ".pem");
            file.toFile().deleteOnExit();
            return Files.writeString(file, new HeldCertificate.Builder().certificateAuthority(0).build().certificatePem());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static Port withoutPractice() {
        return new Port(() -> {}, Optional.empty());
    }

    EmptyStore store() {
        return store;
    }

    /** @param json with single quotes, for reading's sake */
    void send(String json) {
        try {
            Frames.write(toHost, json.replace('\'', '"').getBytes(StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    void sendHeader(int length) {
        try {
            toHost.write(ByteBuffer.allocate(4).order(ByteOrder.nativeOrder()).putInt(length).array());
            toHost.flush();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    JsonNode receive() {
        try {
            return JSON.readTree(Frames.read(fromHost).orElseThrow());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    void hangUp() {
        try {
            toHost.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    void awaitEnd() {
        hangUp();
        try {
            session.join();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public void close() {
        awaitEnd();
    }

    /** Nothing in it, and nothing can be put into it. */
    static final class EmptyStore implements UserKeyStore {
        private final AtomicInteger made = new AtomicInteger();

        int keysMade() {
            return made.get();
        }

        @Override
        public Optional<Turn> takeTurn() {
            return Optional.of(() -> {});
        }

        @Override
        public void discardPending(String name) {}

        @Override
        public void discard(StoredKey key) {}

        @Override
        public boolean recover(String name, X509Certificate certificate) {
            return false;
        }

        @Override
        public StoredKey createKey(String name) throws StoreException {
            made.incrementAndGet();
            throw new StoreException("an empty store");
        }

        @Override
        public Optional<StoredKey> pendingKey(String name) {
            return Optional.empty();
        }

        @Override
        public void bind(StoredKey key, X509Certificate certificate) throws StoreException {
            throw new StoreException("an empty store");
        }

        @Override
        public void remove(StoredCertificate stored) throws StoreException {
            throw new StoreException("an empty store");
        }

        @Override
        public List<StoredCertificate> list() {
            return List.of();
        }
    }
}
