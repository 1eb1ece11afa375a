package jp.inkan.host.proxy;

import java.net.ProxySelector;

/**
 * The system's proxy settings, as the JDK reads them: on Windows those of WinHTTP and the user, on Linux GIO's proxy resolver;
 * PAC files and auto-detection included where the system has them.
 *
 * <p>Not a {@link ProxySelector} itself: the JDK looks at its system property once, when that class is initialised.
 */
final class SystemProxies {
    private static final ProxySelector SELECTOR = take();

    private SystemProxies() {}

    static ProxySelector selector() {
        return SELECTOR;
    }

    /**
     * The JDK's selector is taken away from everybody else: every plain socket asks it as well, so that a SOCKS proxy in the
     * settings would get between us and another proxy, or us and the practice bank on this machine.
     */
    private static ProxySelector take() {
        System.setProperty("java.net.useSystemProxies", "true");
        ProxySelector jdks = ProxySelector.getDefault();
        ProxySelector.setDefault(null);
        return jdks == null ? ProxySelector.of(null) : jdks;
    }
}
