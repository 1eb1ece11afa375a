package jp.inkan.host.proxy;

import java.net.ProxySelector;

/**
 * The system's proxy settings, as the JDK reads them: on Windows those of WinHTTP and the user, on Linux GIO's proxy resolver;
 * PAC files and auto-detection included where the system has them.
 *
 * <p>The JDK looks at its system property once, when {@link ProxySelector} is initialised, which any subclass of it brings about.
 */
final class SystemProxies {
    private SystemProxies() {}

    /** Has the JDK read the system's settings, when it comes to that. Cheap: nothing is loaded yet. */
    static void ask() {
        System.setProperty("java.net.useSystemProxies", "true");
    }

    static ProxySelector selector() {
        return Taken.SELECTOR;
    }

    private static final class Taken {
        private static final ProxySelector SELECTOR = take();

        /**
         * The JDK's selector is taken away from everybody else: every plain socket asks it as well, so that a SOCKS proxy in
         * the settings would get between us and another proxy, or us and the practice bank on this machine.
         */
        private static ProxySelector take() {
            ProxySelector jdks = ProxySelector.getDefault();
            ProxySelector.setDefault(null);
            return jdks == null ? ProxySelector.of(null) : jdks;
        }
    }
}
