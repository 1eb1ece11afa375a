package jp.inkan.host.proxy;

import java.net.Proxy;
import java.util.List;
import java.util.Optional;
import okhttp3.Authenticator;
import okhttp3.Call;
import okhttp3.EventListener;
import okhttp3.HttpUrl;
import okhttp3.OkHttpClient;
import okhttp3.Request;
import okhttp3.Response;
import okhttp3.Route;

/** What one call says to proxies, and hears from them. Answers at once or ends the call: it asks nobody. */
public final class ProxyConversation extends EventListener implements Authenticator {
    /** A number that has run out is answered again, but not for ever. */
    private static final int MOST_ANSWERS = 3;

    private final ProxyLogins logins;
    private Call call;
    private ProxyTrouble trouble;
    private int answers;

    public ProxyConversation(ProxyLogins logins) {
        this.logins = logins;
    }

    /** @param builder for one call and no other */
    public OkHttpClient.Builder join(OkHttpClient.Builder builder) {
        return builder.proxyAuthenticator(this)
                .eventListener(this)
                // In the order of the settings: else OkHttp tries the next proxy, or none, as soon as one takes 250 ms.
                .fastFallback(false);
    }

    /** After a call that failed: what the proxies had to do with it; nothing where the bank's server was reached, or no proxy asked. */
    public Optional<ProxyTrouble> trouble() {
        return Optional.ofNullable(trouble);
    }

    @Override
    public void proxySelectEnd(Call call, HttpUrl url, List<Proxy> proxies) {
        this.call = call;
        // Until the server is reached; the first one is what the PC's settings name, whatever they fall back to.
        trouble = proxies.stream().flatMap(proxy -> Network.address(proxy).stream()).findFirst()
                .map(ProxyTrouble.NoWay::new).orElse(null);
    }

    /** The way is open: what goes wrong from here on is between us and the server. */
    @Override
    public void secureConnectStart(Call call) {
        trouble = null;
    }

    /** @return the CONNECT with an answer, or null */
    @Override
    public Request authenticate(Route route, Response response) {
        Request request = response.request();
        // OkHttp asks here too before the proxy has said anything, and when the bank's server answers 407 through the tunnel.
        boolean asked = request.method().equals("CONNECT")
                && response.challenges().stream().noneMatch(challenge -> challenge.scheme().equals("OkHttp-Preemptive"));
        return asked ? answer(ProxyAddress.of(route.proxy()), request, response) : null;
    }

    private Request answer(ProxyAddress proxy, Request request, Response response) {
        Optional<Scheme> scheme = Scheme.best(response.challenges());
        if (scheme.isEmpty() || !logins.accepts(proxy, scheme.get())) {
            return end(new ProxyTrouble.SchemeUnknown(proxy));
        }
        boolean again = request.header("Proxy-Authorization") != null;
        if (again && (!scheme.get().stale() || answers >= MOST_ANSWERS)) {
            logins.forget(proxy);
            return end(new ProxyTrouble.LoginWanted(proxy, true));
        }
        Optional<Login> known = logins.find(proxy);
        if (known.isEmpty()) {
            return end(new ProxyTrouble.LoginWanted(proxy, false));
        }
        answers++;
        try (Login login = known.get()) {
            // OkHttp writes the same host and port after CONNECT.
            String value = scheme.get().answer(request.header("Host"), login);
            return request.newBuilder()
                    .headers(request.headers().newBuilder()
                            .removeAll("Proxy-Authorization")
                            // Realm and user name may be in Japanese.
                            .addUnsafeNonAscii("Proxy-Authorization", value)
                            .build())
                    .build();
        }
    }

    /** A proxy that asks who we are isn't passed over for the next: OkHttp would try it, and let the user wait. */
    private Request end(ProxyTrouble why) {
        trouble = why;
        call.cancel();
        return null;
    }
}
