package jp.inkan.e2e.windows;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.OutputStream;
import java.io.RandomAccessFile;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.KeyStore;
import java.security.PrivateKey;
import java.security.cert.Certificate;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Base64;
import java.util.Date;
import java.util.concurrent.TimeUnit;
import jp.inkan.e2e.windows.WindowsPackage.Scope;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.asn1.x509.ExtendedKeyUsage;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.KeyPurposeId;
import org.bouncycastle.cert.jcajce.JcaX509CertificateConverter;
import org.bouncycastle.cert.jcajce.JcaX509v3CertificateBuilder;
import org.bouncycastle.operator.jcajce.JcaContentSignerBuilder;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayName("With a throw-away certificate")
@Timeout(value = 5, unit = TimeUnit.MINUTES)
class SigningIT {
    private static final String PASSWORD = "pass word'\"$";

    @TempDir
    private static Path temporary;

    private static Path pfx;
    private static Path trusted;

    private static KeyPair key;
    private static X509Certificate certificate;

    @BeforeAll
    static void makeTheCertificate() throws Exception {
        key = rsa();
        certificate = certificate("CN=Throw-away", key, KeyPurposeId.id_kp_codeSigning);
        pfx = store(key.getPrivate(), certificate);
        trusted = pem(certificate, "trusted.pem");
    }

    private static KeyPair rsa() throws Exception {
        KeyPairGenerator generator = KeyPairGenerator.getInstance("RSA");
        generator.initialize(2048);
        return generator.generateKeyPair();
    }

    static X509Certificate certificate(String name, KeyPair key, KeyPurposeId purpose) throws Exception {
        var holder = new JcaX509v3CertificateBuilder(
                new X500Name(name), BigInteger.ONE, Date.from(Instant.now().minus(1, ChronoUnit.DAYS)),
                Date.from(Instant.now().plus(1, ChronoUnit.DAYS)), new X500Name(name), key.getPublic())
                .addExtension(Extension.extendedKeyUsage, true, new ExtendedKeyUsage(purpose))
                .build(new JcaContentSignerBuilder("SHA256withRSA").build(key.getPrivate()));
        return new JcaX509CertificateConverter().getCertificate(holder);
    }

    private static Path store(PrivateKey key, X509Certificate certificate) throws Exception {
        KeyStore store = KeyStore.getInstance("PKCS12");
        store.load(null, null);
        store.setKeyEntry("key", key, PASSWORD.toCharArray(), new Certificate[] {certificate});
        Path file = temporary.resolve("throw-away.pfx");
        try (OutputStream out = Files.newOutputStream(file)) {
            store.store(out, PASSWORD.toCharArray());
        }
        return file;
    }

    private static Path pem(X509Certificate certificate, String name) throws Exception {
        return Files.writeString(temporary.resolve(name), "-----BEGIN CERTIFICATE-----\n"
                + Base64.getMimeEncoder(64, new byte[] {'\n'}).encodeToString(certificate.getEncoded()) + "\n-----END CERTIFICATE-----\n");
    }

    private static ProcessBuilder sign(Path file) {
        var builder = new ProcessBuilder(WindowsPackage.tool("sign").toString(), pfx.toString(), file.toString());
        builder.environment().put("INKAN_SIGN_PASSWORD", PASSWORD);
        return builder;
    }

    private static boolean verified(Path file) throws IOException {
        return Wine.run(new ProcessBuilder(
                "osslsigncode", "verify", "-CAfile", trusted.toString(), "-in", file.toString())).exitCode() == 0;
    }

    /** What ships, in a copy. */
    private static Path copy(String what) throws IOException {
        WindowsPackage built = WindowsPackage.find();
        Path file = what.equals("msi") ? built.msi(Scope.USER) : built.folder().resolve(what);
        return Files.copy(file, Files.createTempDirectory(temporary, "signed").resolve(what));
    }

    @ParameterizedTest
    @ValueSource(strings = {"inkan-host.exe", "inkan.exe", "msi"})
    @DisplayName("launchers and MSI are signed; the signature is good, and isn't any more after a byte was changed")
    void signs(String what) throws IOException {
        Path file = copy(what);
        assertThat(verified(file)).isFalse();
        Wine.run(sign(file)).orThrow();
        assertThat(verified(file)).isTrue();
        try (var bytes = new RandomAccessFile(file.toFile(), "rw")) {
            bytes.seek(bytes.length() / 2);
            int changed = bytes.read() ^ 1;
            bytes.seek(bytes.length() / 2);
            bytes.write(changed);
        }
        assertThat(verified(file)).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"inkan-host.exe", "msi"})
    @DisplayName("a time stamp is put in where a server is named, and where that server isn't there nothing is signed")
    void timestamps(String what) throws Exception {
        KeyPair authority = rsa();
        X509Certificate authorityCertificate = certificate("CN=Time", authority, KeyPurposeId.id_kp_timeStamping);
        Path file = copy(what);
        ProcessBuilder builder = sign(file);
        try (var server = new TimestampServer(authority, authorityCertificate)) {
            builder.environment().put("INKAN_SIGN_TIMESTAMP", server.url());
            Wine.run(builder).orThrow();
        }
        Wine.Ended looked = Wine.run(new ProcessBuilder(
                "osslsigncode", "verify", "-CAfile", trusted.toString(), "-TSA-CAfile", pem(authorityCertificate, "time.pem").toString(),
                "-in", file.toString()));
        assertThat(looked.orThrow().out()).contains("CN=Time", "Timestamp Server Signature verification: ok");

        Path other = copy(what);
        builder = sign(other);
        builder.environment().put("INKAN_SIGN_TIMESTAMP", "http://127.0.0.1:1/");
        assertThat(Wine.run(builder).exitCode()).isNotZero();
        assertThat(verified(other)).isFalse();
    }

    @Test
    @DisplayName("a wrong password signs nothing, and the file is as it was")
    void wrongPassword() throws IOException {
        Path file = copy("inkan-host.exe");
        byte[] before = Files.readAllBytes(file);
        ProcessBuilder builder = sign(file);
        builder.environment().put("INKAN_SIGN_PASSWORD", "another");
        Wine.Ended ended = Wine.run(builder);
        assertThat(ended.exitCode()).isNotZero();
        assertThat(ended.out() + ended.err()).doesNotContain("another");
        assertThat(file).hasBinaryContent(before);
    }

    @Test
    @DisplayName("the password may be in a file instead")
    void passwordFile() throws IOException {
        Path file = copy("inkan-host.exe");
        ProcessBuilder builder = sign(file);
        builder.environment().remove("INKAN_SIGN_PASSWORD");
        builder.environment().put("INKAN_SIGN_PASSWORD_FILE",
                Files.writeString(temporary.resolve("password"), PASSWORD, StandardCharsets.UTF_8).toString());
        Wine.run(builder).orThrow();
        assertThat(verified(file)).isTrue();
    }
}
