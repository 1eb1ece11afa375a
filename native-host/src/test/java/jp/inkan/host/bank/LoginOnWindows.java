package jp.inkan.host.bank;

import java.io.PrintStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.Optional;
import jp.inkan.host.institution.Endpoint;
import jp.inkan.host.institution.Institution;
import jp.inkan.host.institution.Institutions;
import jp.inkan.host.institution.Practice;
import jp.inkan.host.platform.OperatingSystem;
import jp.inkan.host.proxy.Network;
import jp.inkan.host.store.StoredCertificate;
import jp.inkan.host.store.UserKeyStoreProvider;
import okhttp3.Request;

/**
 * A browser's login at the practice bank, on Windows' Java: with a certificate of the user's store in TLS, then along the bank's
 * redirects with its cookie. Prints the page that the bank shows in the end. The tests in e2e start it.
 */
public final class LoginOnWindows {
    private final Institution bank = Institutions.builtIn().byCode("9999").orElseThrow();
    private final Optional<Practice> practice;
    private String cookie = "";

    private LoginOnWindows() throws Exception {
        practice = Practice.fromEnvironment(System.getenv());
    }

    /** @param arguments the certificate's serial number, in hexadecimal */
    public static void main(String[] arguments) throws Exception {
        OperatingSystem.prepare();
        var out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
        out.print(new LoginOnWindows().with(certificate(arguments[0])));
        System.exit(0);
    }

    private static StoredCertificate certificate(String serialNumber) throws Exception {
        return UserKeyStoreProvider.openForThisSystem().list().stream()
                .filter(stored -> stored.certificate().getSerialNumber().toString(16).equals(serialNumber)).findFirst().orElseThrow();
    }

    private String with(StoredCertificate stored) throws Exception {
        var identity = new ClientIdentity(stored.certificate(), stored.key().privateKey());
        Endpoint certificates = Endpoint.ofCertificates(bank, practice).orElseThrow();
        Answer answer = get(certificates, Optional.of(identity), "login");
        while (answer.status() == 303) {
            String path = URI.create(answer.headers().get("Location")).getPath().substring(1);
            answer = get(Endpoint.ofBank(bank, practice).orElseThrow(), Optional.empty(), path);
        }
        return new String(answer.body(), StandardCharsets.UTF_8);
    }

    private Answer get(Endpoint endpoint, Optional<ClientIdentity> identity, String path) throws Exception {
        try (BankHttp http = BankHttp.to(endpoint, Clock.systemUTC(), Network.direct(), identity)) {
            Request request = http.request(path).header("Cookie", cookie).build();
            Answer answer = http.send(request, 200, 303, 403);
            String set = answer.headers().get("Set-Cookie");
            cookie = set == null ? cookie : set.split(";", 2)[0];
            return answer;
        }
    }
}
