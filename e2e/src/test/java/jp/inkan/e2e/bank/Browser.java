package jp.inkan.e2e.bank;

import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.nio.file.Files;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.CertificateFactory;
import java.time.Duration;
import java.util.List;
import javax.net.ssl.KeyManager;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManagerFactory;
import javax.net.ssl.X509TrustManager;
import okhttp3.ConnectionSpec;
import okhttp3.OkHttpClient;
import okhttp3.Request;
import okhttp3.RequestBody;
import okhttp3.Response;
import okhttp3.TlsVersion;

/** An HTTPS client that knows the bank's names and trusts its TLS root, checked like any other. */
final class Browser {
    private final PracticeBank bank;
    private final OkHttpClient http;

    private Browser(PracticeBank bank, KeyManager[] certificates, TlsVersion... versions) {
        this.bank = bank;
        try {
            X509TrustManager trust = trustIn(bank);
            SSLContext tls = SSLContext.getInstance("TLS");
            tls.init(certificates, new X509TrustManager[] {trust}, null);
            http = new OkHttpClient.Builder()
                    .sslSocketFactory(tls.getSocketFactory(), trust)
                    .connectionSpecs(List.of(new ConnectionSpec.Builder(ConnectionSpec.MODERN_TLS)
                            .tlsVersions(versions).build()))
                    .dns(name -> List.of(InetAddress.getLoopbackAddress()))
                    .followRedirects(false)
                    .retryOnConnectionFailure(false)
                    .callTimeout(Duration.ofSeconds(20))
                    .build();
        } catch (GeneralSecurityException | IOException e) {
            throw new AssertionError(e);
        }
    }

    static Browser of(PracticeBank bank) {
        return new Browser(bank, null, TlsVersion.TLS_1_3, TlsVersion.TLS_1_2);
    }

    static Browser with(PracticeBank bank, KeyManager certificate) {
        return with(bank, certificate, TlsVersion.TLS_1_3);
    }

    static Browser with(PracticeBank bank, KeyManager certificate, TlsVersion version) {
        return new Browser(bank, new KeyManager[] {certificate}, version);
    }

    Answer get(String path) throws IOException {
        return send(request(bank.url().getHost(), path));
    }

    Answer getFromCertificateHost(String path) throws IOException {
        return send(request(bank.certificateLoginUrl().getHost(), path));
    }

    Answer post(String path, String contentType, byte[] body, String... headers) throws IOException {
        return post(bank.url().getHost(), path, contentType, body, headers);
    }

    Answer postToCertificateHost(String path, String contentType, byte[] body, String... headers) throws IOException {
        return post(bank.certificateLoginUrl().getHost(), path, contentType, body, headers);
    }

    private Answer post(String host, String path, String contentType, byte[] body, String... headers)
            throws IOException {
        Request.Builder request = request(host, path)
                .post(RequestBody.create(body, null))
                .header("Content-Type", contentType);
        for (int i = 0; i < headers.length; i += 2) {
            request.header(headers[i], headers[i + 1]);
        }
        return send(request);
    }

    /** A request to one of the names of the bank's first port, also of look-alikes. */
    Request.Builder request(String host, String path) {
        int port = bank.ports().getOrDefault(host, bank.ports().get(bank.url().getHost()));
        return new Request.Builder().url("https://" + host + ":" + port + path);
    }

    Answer send(Request.Builder request) throws IOException {
        try (Response response = http.newCall(request.build()).execute()) {
            return new Answer(response.code(), response.headers(), response.body().bytes());
        }
    }

    private static X509TrustManager trustIn(PracticeBank bank) throws GeneralSecurityException, IOException {
        KeyStore anchors = KeyStore.getInstance("PKCS12");
        anchors.load(null, null);
        try (InputStream pem = Files.newInputStream(bank.trustAnchor())) {
            anchors.setCertificateEntry("bank", CertificateFactory.getInstance("X.509").generateCertificate(pem));
        }
        TrustManagerFactory factory = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
        factory.init(anchors);
        return (X509TrustManager) factory.getTrustManagers()[0];
    }
}
