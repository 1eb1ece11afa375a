package jp.inkan.e2e.browser;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.PrivateKey;
import java.security.cert.Certificate;
import java.security.cert.X509Certificate;
import java.util.HashMap;
import java.util.Map;
import jp.inkan.e2e.bank.PracticeBank;

/**
 * A person's PC, as far as a browser sees it: a home with the key store, the browser's own data, and the host registered
 * there. It trusts the practice bank, and nothing it does is seen outside its folder.
 *
 * @param home the person's HOME
 * @param userData the browser's --user-data-dir
 */
public record Profile(Path home, Path userData, PracticeBank bank) {
    /** A fresh one below {@code folder}, with the bank's TLS root trusted. */
    public static Profile create(Path folder, PracticeBank bank) throws IOException {
        Path home = Files.createDirectories(folder.resolve("home"));
        Path keyStore = Files.createDirectories(
                home.resolve(".local/share/pki/nssdb"),
                PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
        Profile profile = new Profile(home, Files.createDirectories(folder.resolve("browser")), bank);
        String database = "sql:" + keyStore;
        Commands.run(profile.environment(), "certutil", "-N", "-d", database, "--empty-password");
        Commands.run(profile.environment(), "certutil", "-A", "-d", database, "-n", "practice bank", "-t", "C,,",
                "-i", bank.trustAnchor().toString());
        return profile;
    }

    /** What programs of this person see, the browser and through it the host among them. */
    public Map<String, String> environment() {
        var environment = new HashMap<String, String>();
        environment.put("HOME", home.toString());
        environment.put("XDG_DATA_HOME", home.resolve(".local/share").toString());
        environment.put("XDG_CONFIG_HOME", home.resolve(".config").toString());
        environment.put("INKAN_CONFIG", bank.hostConfiguration().toString());
        return environment;
    }

    /** Puts a certificate with its key into the person's key store, as an earlier issue has left it. */
    public void install(X509Certificate certificate, PrivateKey key) {
        char[] password = "practice".toCharArray();
        try {
            KeyStore file = KeyStore.getInstance("PKCS12");
            file.load(null, null);
            file.setKeyEntry(certificate.getSerialNumber().toString(16), key, password, new Certificate[] {certificate});
            Path pkcs12 = home.resolve("import.p12");
            try (OutputStream out = Files.newOutputStream(pkcs12)) {
                file.store(out, password);
            }
            Commands.run(environment(), "pk12util", "-i", pkcs12.toString(), "-d", keyStore(), "-W", "practice", "-K", "");
            Files.delete(pkcs12);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** As the tools of NSS name it. */
    public String keyStore() {
        return "sql:" + home.resolve(".local/share/pki/nssdb");
    }

    /** Tells the browser where the host is. */
    public void registerHost(Product product) {
        host(product, "register");
    }

    public void unregisterHost(Product product) {
        host(product, "unregister");
    }

    private void host(Product product, String word) {
        Commands.run(environment(), product.launcher().toString(), word, "--browser", Chromium.kind(),
                "--user-data-dir", userData.toString());
    }

    /** The host's log. */
    public Path log() {
        return home.resolve(".local/share/inkan/ApplicationLog.log");
    }

    /**
     * Lets the browser choose the bank's certificate without its dialog, which no test can click. For tests and the headless
     * demo only, before the browser's first start.
     */
    public void chooseCertificateWithoutAsking() throws IOException {
        String page = "https://" + bank.certificateLoginUrl().getHost() + ":443,*";
        Files.writeString(Files.createDirectories(userData.resolve("Default")).resolve("Preferences"), """
            {"profile": {"content_settings": {"exceptions": {"auto_select_certificate": {"%s":
              {"setting": {"filters": [{"ISSUER": {"O": "(9999)NTT DATA CORPORATION"}}]}}}}}}}
            """.formatted(page));
    }
}
