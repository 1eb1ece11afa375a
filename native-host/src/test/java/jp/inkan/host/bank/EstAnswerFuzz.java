package jp.inkan.host.bank;

import static jp.inkan.host.fuzz.Property.holds;
import static jp.inkan.host.fuzz.Property.quotesNothing;

import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PublicKey;
import java.security.spec.X509EncodedKeySpec;
import java.util.Base64;
import java.util.regex.Pattern;
import okhttp3.Headers;

/** Any body of an enrolment's answer is a certificate for our key, or refused. The input is the CMS, or its base64. */
public final class EstAnswerFuzz {
    /** P-256, for seeds of a few hundred bytes. The private key exists no more. */
    private static final String OURS = "MFkwEwYHKoZIzj0CAQYIKoZIzj0DAQcDQgAEjlHlJKQ/n0U1t8doii0chmZu4iIJvxjgpvZOZwW4YDlJslZkFy2FwjAIYtboi5kvSsqhxOFKnaVpMk+v+dbCCQ==";
    private static final PublicKey KEY = key();
    private static final Headers EST = Headers.of("Content-Type", "application/pkcs7-mime; smime-type=certs-only");
    private static final Pattern WORDS = Pattern.compile(
            "The enrolment's answer can't be read: [A-Za-z0-9]+|No certificate in the enrolment's answer is for our key");

    private EstAnswerFuzz() {}

    public static void fuzzerTestOneInput(byte[] input) throws BankException {
        take(Base64.getMimeEncoder().encode(input));
        take(input);
    }

    private static void take(byte[] body) throws BankException {
        try {
            PublicKey taken = EstAnswer.certificateFor(KEY, new Answer(200, EST, body)).getPublicKey();
            holds(taken.equals(KEY), "the certificate is for our key");
        } catch (BankException.Protocol | BankException.NotOurKey e) {
            quotesNothing(e, WORDS);
        }
    }

    private static PublicKey key() {
        try {
            return KeyFactory.getInstance("EC").generatePublic(new X509EncodedKeySpec(Base64.getDecoder().decode(OURS)));
        } catch (GeneralSecurityException e) {
            throw new ExceptionInInitializerError(e);
        }
    }
}
