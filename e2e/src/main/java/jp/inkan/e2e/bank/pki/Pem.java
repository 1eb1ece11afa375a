package jp.inkan.e2e.bank.pki;

import java.io.IOException;
import java.io.StringReader;
import java.io.StringWriter;
import java.security.PrivateKey;
import java.security.cert.CertificateException;
import org.bouncycastle.asn1.pkcs.PrivateKeyInfo;
import org.bouncycastle.cert.X509CertificateHolder;
import org.bouncycastle.cert.jcajce.JcaX509CertificateConverter;
import org.bouncycastle.openssl.PEMParser;
import org.bouncycastle.openssl.jcajce.JcaPEMKeyConverter;
import org.bouncycastle.openssl.jcajce.JcaPEMWriter;
import org.bouncycastle.openssl.jcajce.JcaPKCS8Generator;

/** Keys and certificates as PEM (RFC 7468). */
public final class Pem {
    private Pem() {
    }

    /** One block after the other: certificates, and private keys as PKCS#8. */
    public static String text(Object... objects) throws IOException {
        StringWriter text = new StringWriter();
        try (JcaPEMWriter writer = new JcaPEMWriter(text)) {
            for (Object object : objects) {
                writer.writeObject(object instanceof PrivateKey key ? new JcaPKCS8Generator(key, null) : object);
            }
        }
        return text.toString();
    }

    /** A key, then its certificate. */
    static Authority authority(String text) throws IOException {
        try (PEMParser parser = new PEMParser(new StringReader(text))) {
            if (parser.readObject() instanceof PrivateKeyInfo key
                    && parser.readObject() instanceof X509CertificateHolder certificate) {
                return new Authority(new JcaPEMKeyConverter().getPrivateKey(key),
                        new JcaX509CertificateConverter().getCertificate(certificate));
            }
            throw new IOException("Not a key and a certificate");
        } catch (CertificateException e) {
            throw new IOException(e);
        }
    }
}
