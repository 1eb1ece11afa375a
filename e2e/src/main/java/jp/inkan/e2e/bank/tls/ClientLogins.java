package jp.inkan.e2e.bank.tls;

import java.security.cert.X509Certificate;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import javax.net.ssl.SSLPeerUnverifiedException;
import org.eclipse.jetty.io.ssl.SslHandshakeListener;

/** Every login with a certificate since the bank started, and a way to wait for one. */
public final class ClientLogins implements SslHandshakeListener {
    private final InstantSource clock;
    private final ReentrantLock lock = new ReentrantLock();
    private final Condition another = lock.newCondition();
    private final List<ClientLogin> seen = new ArrayList<>();

    public ClientLogins(InstantSource clock) {
        this.clock = clock;
    }

    /** In the order of the handshakes. */
    public List<ClientLogin> all() {
        lock.lock();
        try {
            return List.copyOf(seen);
        } finally {
            lock.unlock();
        }
    }

    /** The first login with this common name, be it past or still to come. */
    public ClientLogin await(String commonName, Duration timeout) throws InterruptedException, TimeoutException {
        long nanos = timeout.toNanos();
        lock.lock();
        try {
            while (true) {
                for (ClientLogin login : seen) {
                    if (login.commonName().equals(commonName)) {
                        return login;
                    }
                }
                if (nanos <= 0) {
                    throw new TimeoutException("No login of " + commonName + " in " + timeout + ", only " + seen);
                }
                nanos = another.awaitNanos(nanos);
            }
        } finally {
            lock.unlock();
        }
    }

    @Override
    public void handshakeSucceeded(Event event) {
        try {
            var certificate = (X509Certificate) event.getSSLEngine().getSession().getPeerCertificates()[0];
            add(new ClientLogin(CommonName.of(certificate), certificate.getSerialNumber(), clock.instant()));
        } catch (SSLPeerUnverifiedException noCertificate) {
            // A client may come without one: nobody logged in.
        }
    }

    private void add(ClientLogin login) {
        lock.lock();
        try {
            seen.add(login);
            another.signalAll();
        } finally {
            lock.unlock();
        }
    }
}
