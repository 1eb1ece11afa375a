package jp.inkan.e2e;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.MessageDigest;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.time.Instant;
import java.util.HexFormat;
import jp.inkan.e2e.bank.PracticeBank;
import jp.inkan.e2e.bank.pki.Authorities;
import jp.inkan.e2e.bank.pki.Authority;
import jp.inkan.e2e.bank.pki.ClientCertificates;
import jp.inkan.e2e.bank.state.Institution;
import jp.inkan.e2e.bank.state.User;
import jp.inkan.e2e.browser.Profile;

/** A certificate that the user has held for some time, so that a test needn't wait for it to grow old. */
public record Held(X509Certificate certificate) {
    /** Far enough inside the last 40 days. */
    public static final Duration RENEWABLE = Duration.ofDays(340);
    /** Not yet. */
    public static final Duration TOO_EARLY = Duration.ofDays(100);
    public static final Duration EXPIRED = Duration.ofDays(367);

    /** Issued by the bank so long ago, and in the person's key store. */
    public static Held since(Duration age, User user, PracticeBank bank, Profile profile) {
        try {
            KeyPair pair = rsa();
            X509Certificate certificate = bank.certify(user, pair.getPublic(), bank.now().minus(age));
            profile.install(certificate, pair.getPrivate());
            return new Held(certificate);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static KeyPair rsa() {
        try {
            KeyPairGenerator generator = KeyPairGenerator.getInstance("RSA");
            generator.initialize(2048);
            return generator.generateKeyPair();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    /** The same of an institution whose bank isn't there: nobody but this PC knows of the certificate. */
    public static Held of(Institution institution, Duration age, Profile profile) {
        try {
            Instant issued = Instant.now().minus(age);
            Authority authority = Authorities.clients(
                    profile.home().resolve("authority-" + institution.code() + ".pem"), institution, issued);
            KeyPair pair = rsa();
            X509Certificate certificate =
                    new ClientCertificates(institution, authority).issue("logid031", pair.getPublic(), issued);
            profile.install(certificate, pair.getPrivate());
            return new Held(certificate);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** As the host names it: the first 16 hexadecimal digits of its SHA-256. */
    public String id() {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(certificate.getEncoded());
            return HexFormat.of().formatHex(digest, 0, 8);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Hexadecimal. */
    public String serialNumber() {
        return certificate.getSerialNumber().toString(16);
    }
}
