package jp.inkan.e2e.bank;

import java.io.IOException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.util.Base64;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.operator.jcajce.JcaContentSignerBuilder;
import org.bouncycastle.pkcs.jcajce.JcaPKCS10CertificationRequestBuilder;

/** Certificate requests, good ones and others. */
final class Requests {
    private Requests() {
    }

    static KeyPair rsa(int bits) {
        try {
            KeyPairGenerator generator = KeyPairGenerator.getInstance("RSA");
            generator.initialize(bits);
            return generator.generateKeyPair();
        } catch (Exception e) {
            throw new AssertionError(e);
        }
    }

    /** DER of a PKCS#10 that says nothing of interest but the key. */
    static byte[] pkcs10(KeyPair keys, String algorithm) {
        return pkcs10(keys, keys, algorithm);
    }

    /** Of one key, signed by another. */
    static byte[] pkcs10(KeyPair about, KeyPair signer, String algorithm) {
        return pkcs10(new X500Name("CN=whatever"), about, signer, algorithm);
    }

    /** A good one with a name of one's own. */
    static byte[] named(X500Name subject, KeyPair keys) {
        return pkcs10(subject, keys, keys, "SHA256withRSA");
    }

    private static byte[] pkcs10(X500Name subject, KeyPair about, KeyPair signer, String algorithm) {
        try {
            return new JcaPKCS10CertificationRequestBuilder(subject, about.getPublic())
                    .build(new JcaContentSignerBuilder(algorithm).build(signer.getPrivate()))
                    .getEncoded();
        } catch (IOException | org.bouncycastle.operator.OperatorCreationException e) {
            throw new AssertionError(e);
        }
    }

    static byte[] good() {
        return pkcs10(rsa(2048), "SHA256withRSA");
    }

    static byte[] base64(byte[] der) {
        return Base64.getMimeEncoder(64, new byte[] {'\r', '\n'}).encode(der);
    }
}
