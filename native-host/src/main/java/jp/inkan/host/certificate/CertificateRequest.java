package jp.inkan.host.certificate;

import java.io.IOException;
import java.security.GeneralSecurityException;
import java.security.PrivateKey;
import java.security.Provider;
import java.security.PublicKey;
import java.util.Optional;
import javax.security.auth.x500.X500Principal;
import org.bouncycastle.asn1.ASN1String;
import org.bouncycastle.asn1.DERUTF8String;
import org.bouncycastle.asn1.x500.RDN;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.asn1.x500.X500NameBuilder;
import org.bouncycastle.asn1.x500.style.BCStyle;
import org.bouncycastle.operator.OperatorCreationException;
import org.bouncycastle.operator.jcajce.JcaContentSignerBuilder;
import org.bouncycastle.operator.jcajce.JcaContentVerifierProviderBuilder;
import org.bouncycastle.pkcs.PKCS10CertificationRequest;
import org.bouncycastle.pkcs.PKCSException;
import org.bouncycastle.pkcs.jcajce.JcaPKCS10CertificationRequest;
import org.bouncycastle.pkcs.jcajce.JcaPKCS10CertificationRequestBuilder;

/** PKCS#10 (RFC 2986). */
public final class CertificateRequest {
    private CertificateRequest() {}

    /** For an issue: the bank names the customer, the login id is only a hint. See {@link #sign}. */
    public static byte[] forLoginId(String loginId, PublicKey publicKey, PrivateKey privateKey, Provider signer)
            throws OperatorCreationException {
        // As a string of ASN.1: from a Java string BouncyCastle reads escapes, and DER after a #.
        var subject = new X500NameBuilder(BCStyle.INSTANCE).addRDN(BCStyle.CN, new DERUTF8String(loginId)).build();
        return sign(subject, publicKey, privateKey, signer);
    }

    /** For a renewal: the old certificate's subject, byte for byte (RFC 7030 section 4.2.2). See {@link #sign}. */
    public static byte[] forSubject(X500Principal subject, PublicKey publicKey, PrivateKey privateKey, Provider signer)
            throws OperatorCreationException {
        return sign(X500Name.getInstance(subject.getEncoded()), publicKey, privateKey, signer);
    }

    /** The login id for which {@link #forLoginId} has made it. @return nothing if it hasn't */
    public static Optional<String> loginIdOf(byte[] der) {
        try {
            RDN[] names = new PKCS10CertificationRequest(der).getSubject().getRDNs();
            return names.length == 1 && !names[0].isMultiValued() && names[0].getFirst().getType().equals(BCStyle.CN)
                            && names[0].getFirst().getValue() instanceof ASN1String name
                    ? Optional.of(name.getString())
                    : Optional.empty();
        } catch (IOException | RuntimeException e) {
            // BouncyCastle reports some broken encodings with unchecked exceptions of several kinds.
            return Optional.empty();
        }
    }

    /** The key that a request is for.
     * @param der of a request that was made here
     * @throws IllegalArgumentException if it isn't one, or isn't signed with that key: changed by a bit it would be a request that the
     *     bank has never seen */
    public static PublicKey publicKeyOf(byte[] der) {
        try {
            var request = new JcaPKCS10CertificationRequest(der);
            PublicKey key = request.getPublicKey();
            if (!request.isSignatureValid(new JcaContentVerifierProviderBuilder().build(key))) {
                throw new IllegalArgumentException("not signed with its own key");
            }
            return key;
        } catch (IOException | GeneralSecurityException | OperatorCreationException | PKCSException | RuntimeException e) {
            // BouncyCastle reports some broken encodings with unchecked exceptions of several kinds.
            throw new IllegalArgumentException("not a PKCS#10", e);
        }
    }

    /**
     * A request signed with SHA256withRSA. That signature is deterministic: the same key and subject give the same bytes,
     * by which the bank knows a request it has answered before.
     *
     * @param signer the provider that holds the private key
     * @return DER
     * @throws OperatorCreationException if the key can't sign
     */
    private static byte[] sign(X500Name subject, PublicKey publicKey, PrivateKey privateKey, Provider signer)
            throws OperatorCreationException {
        var contentSigner = new JcaContentSignerBuilder("SHA256withRSA").setProvider(signer).build(privateKey);
        try {
            return new JcaPKCS10CertificationRequestBuilder(subject, publicKey).build(contentSigner).getEncoded();
        } catch (IOException e) {
            throw new OperatorCreationException("The request can't be encoded", e);
        }
    }
}
