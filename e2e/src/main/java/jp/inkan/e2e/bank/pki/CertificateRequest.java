package jp.inkan.e2e.bank.pki;

import java.io.IOException;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.PublicKey;
import java.security.interfaces.RSAPublicKey;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import javax.security.auth.x500.X500Principal;
import org.bouncycastle.asn1.ASN1Encoding;
import org.bouncycastle.asn1.ASN1Primitive;
import org.bouncycastle.asn1.pkcs.PKCSObjectIdentifiers;
import org.bouncycastle.operator.OperatorCreationException;
import org.bouncycastle.operator.jcajce.JcaContentVerifierProviderBuilder;
import org.bouncycastle.pkcs.PKCSException;
import org.bouncycastle.pkcs.jcajce.JcaPKCS10CertificationRequest;

/**
 * A PKCS#10 (RFC 2986) that the bank accepts: DER, RSA-2048, SHA256withRSA, and the signature is right.
 *
 * @param key     whose holder asked
 * @param subject DER of the name in it
 * @param sha256  of the request's DER, lower-case hex
 */
public record CertificateRequest(PublicKey key, byte[] subject, String sha256) {
    /** Reads the base64 of an EST request (RFC 7030 section 4.2.1); white space in it means nothing. */
    public static CertificateRequest parse(String base64) throws Malformed {
        try {
            return checked(Base64.getDecoder().decode(base64.replaceAll("[\r\n\t ]", "")));
        } catch (IOException | GeneralSecurityException | PKCSException | OperatorCreationException
                 | RuntimeException e) {
            // The ASN.1 library throws unchecked exceptions of many kinds at bytes that mean nothing.
            throw new Malformed("not a PKCS#10 in base64", e);
        }
    }

    /** Checks that the name in it is this one, byte for byte. */
    public void requireSubject(X500Principal name) throws Malformed {
        require(Arrays.equals(subject, name.getEncoded()), "another subject than the old certificate's");
    }

    /** Checks that it isn't about a key that has a certificate already. */
    public void requireOtherKeyThan(PublicKey old) throws Malformed {
        require(!key.equals(old), "the old certificate's key");
    }

    private static CertificateRequest checked(byte[] der)
            throws IOException, GeneralSecurityException, PKCSException, OperatorCreationException, Malformed {
        require(Arrays.equals(ASN1Primitive.fromByteArray(der).getEncoded(ASN1Encoding.DER), der), "not DER");
        var request = new JcaPKCS10CertificationRequest(der);
        require(request.getSignatureAlgorithm().getAlgorithm().equals(PKCSObjectIdentifiers.sha256WithRSAEncryption),
                "not signed with sha256WithRSAEncryption");
        require(request.getPublicKey() instanceof RSAPublicKey rsa && rsa.getModulus().bitLength() == 2048,
                "not a key of RSA-2048");
        require(request.isSignatureValid(new JcaContentVerifierProviderBuilder().build(request.getPublicKey())),
                "the signature is wrong");
        return new CertificateRequest(request.getPublicKey(), request.getSubject().getEncoded(ASN1Encoding.DER),
                HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(der)));
    }

    private static void require(boolean condition, String otherwise) throws Malformed {
        if (!condition) {
            throw new Malformed(otherwise, null);
        }
    }

    /** The request isn't one that BANK-PROTOCOL.md allows; the message says why, for logs. */
    public static final class Malformed extends Exception {
        private static final long serialVersionUID = 1L;

        Malformed(String message, Throwable cause) {
            super(message, cause);
        }
    }
}
