package jp.inkan.host.proxy;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/**
 * What the user told this run of the host: user name and password for each proxy, in memory alone, for that proxy alone. Safe
 * for several threads.
 */
public final class ProxyLogins implements AutoCloseable {
    private final Map<ProxyAddress, Login> known = new HashMap<>();
    /** The rank of the best scheme that each has offered. */
    private final Map<ProxyAddress, Integer> best = new HashMap<>();

    /**
     * Takes the place of what was known. Both arrays are copied, and the caller's to clear.
     *
     * @throws IllegalArgumentException if they contain control characters (RFC 7617 section 2)
     */
    public synchronized void give(ProxyAddress proxy, char[] user, char[] password) {
        requirePlain(user);
        requirePlain(password);
        forget(proxy);
        known.put(proxy, new Login(user, password));
    }

    private static void requirePlain(char[] value) {
        for (char c : value) {
            if (Character.isISOControl(c)) {
                throw new IllegalArgumentException("a control character in a proxy login");
            }
        }
    }

    /** @return a copy, the caller's to close */
    synchronized Optional<Login> find(ProxyAddress proxy) {
        return Optional.ofNullable(known.get(proxy)).map(Login::copy);
    }

    /**
     * Notes what the proxy offers. @return false if it has offered better in this run: then it isn't the proxy who asks, but
     * somebody in between who wants the password in the clear
     */
    synchronized boolean accepts(ProxyAddress proxy, Scheme offered) {
        return best.merge(proxy, offered.rank(), Math::max) == offered.rank();
    }

    /** Whatever it offers from now on, nothing is told to it. */
    synchronized void distrust(ProxyAddress proxy) {
        best.put(proxy, Integer.MAX_VALUE);
    }

    /** The proxy refused it. */
    synchronized void forget(ProxyAddress proxy) {
        Login login = known.remove(proxy);
        if (login != null) {
            login.close();
        }
    }

    /** Clears all of them. */
    @Override
    public synchronized void close() {
        known.values().forEach(Login::close);
        known.clear();
    }

    @Override
    public synchronized String toString() {
        return known.size() + " proxy logins";
    }
}
