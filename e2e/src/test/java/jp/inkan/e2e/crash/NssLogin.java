package jp.inkan.e2e.crash;

import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.Certificate;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.util.Collections;
import java.util.List;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManagerFactory;
import javax.net.ssl.X509TrustManager;
import jp.inkan.e2e.bank.PracticeBank;
import jp.inkan.e2e.browser.Commands;
import jp.inkan.e2e.browser.Profile;
import okhttp3.OkHttpClient;
import okhttp3.Request;
import okhttp3.Response;

/** Logs in with a certificate of the key store and the key beside it, which pk12util takes out: NSS alone, and nothing of ours. */
record NssLogin(Profile profile, PracticeBank bank) {
    private static final char[] PASSWORD = "practice".toCharArray();

    /** @return the common name that the bank then shows */
    String with(X509Certificate certificate) throws GeneralSecurityException, IOException {
        KeyStore own = only(certificate);
        var keys = KeyManagerFactory.getInstance("PKIX");
        keys.init(own, PASSWORD);
        X509TrustManager trust = trust();
        SSLContext tls = SSLContext.getInstance("TLS");
        tls.init(keys.getKeyManagers(), new X509TrustManager[] {trust}, null);
        var client = new OkHttpClient.Builder()
                .sslSocketFactory(tls.getSocketFactory(), trust)
                .dns(name -> List.of(InetAddress.getByAddress(name, new byte[] {127, 0, 0, 1})))
                .followRedirects(false)
                .build();
        String host = bank.certificateLoginUrl().getHost();
        var request = new Request.Builder().url("https://" + host + ":" + bank.ports().get(host) + "/login").build();
        try (Response response = client.newCall(request).execute()) {
            if (response.code() >= 400) {
                throw new AssertionError("The bank refuses the login: " + response.code());
            }
            return bank.logins().getLast().commonName();
        }
    }

    private KeyStore only(X509Certificate certificate) throws GeneralSecurityException, IOException {
        for (String nickname : nicknames()) {
            Path file = profile.home().resolve("export.p12");
            Commands.run(profile.environment(), "pk12util", "-o", file.toString(), "-d", profile.keyStore(), "-n", nickname,
                    "-W", new String(PASSWORD), "-K", "");
            KeyStore exported = KeyStore.getInstance("PKCS12");
            try (InputStream in = Files.newInputStream(file)) {
                exported.load(in, PASSWORD);
            }
            Files.delete(file);
            for (String alias : Collections.list(exported.aliases())) {
                if (certificate.equals(exported.getCertificate(alias)) && exported.isKeyEntry(alias)) {
                    KeyStore own = KeyStore.getInstance("PKCS12");
                    own.load(null, null);
                    own.setKeyEntry("own", exported.getKey(alias, PASSWORD), PASSWORD, new Certificate[] {certificate});
                    return own;
                }
            }
        }
        throw new AssertionError("The certificate that the bank issued last isn't in the key store with its key");
    }

    private List<String> nicknames() {
        return Commands.run(profile.environment(), "certutil", "-L", "-d", profile.keyStore()).lines()
                .filter(line -> line.contains("u,u,u"))
                .map(line -> line.replaceFirst("\\s+u,u,u\\s*$", ""))
                .toList();
    }

    private X509TrustManager trust() throws GeneralSecurityException, IOException {
        KeyStore anchors = KeyStore.getInstance("PKCS12");
        anchors.load(null, null);
        try (InputStream in = Files.newInputStream(bank.trustAnchor())) {
            anchors.setCertificateEntry("bank", CertificateFactory.getInstance("X.509").generateCertificate(in));
        }
        var factory = TrustManagerFactory.getInstance("PKIX");
        factory.init(anchors);
        return (X509TrustManager) factory.getTrustManagers()[0];
    }
}
