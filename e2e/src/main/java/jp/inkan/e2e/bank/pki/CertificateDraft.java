package jp.inkan.e2e.bank.pki;

import java.io.IOException;
import java.math.BigInteger;
import java.security.GeneralSecurityException;
import java.security.PrivateKey;
import java.security.PublicKey;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.Date;
import jp.inkan.e2e.bank.state.Secrets;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.asn1.x509.BasicConstraints;
import org.bouncycastle.asn1.x509.ExtendedKeyUsage;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.GeneralNames;
import org.bouncycastle.asn1.x509.KeyPurposeId;
import org.bouncycastle.asn1.x509.KeyUsage;
import org.bouncycastle.cert.X509v3CertificateBuilder;
import org.bouncycastle.cert.jcajce.JcaX509CertificateConverter;
import org.bouncycastle.cert.jcajce.JcaX509ExtensionUtils;
import org.bouncycastle.cert.jcajce.JcaX509v3CertificateBuilder;
import org.bouncycastle.operator.OperatorCreationException;
import org.bouncycastle.operator.jcajce.JcaContentSignerBuilder;

/** A certificate in the making: a thin layer that knows the extensions the practice bank uses, and no others. */
final class CertificateDraft {
    private final X509v3CertificateBuilder builder;

    private CertificateDraft(X509v3CertificateBuilder builder) {
        this.builder = builder;
    }

    /** With 128 random bits as serial number and both key identifiers. */
    static CertificateDraft of(X500Name issuer, PublicKey issuerKey, X500Name subject, PublicKey key,
                               Instant notBefore, Instant notAfter) throws GeneralSecurityException, IOException {
        var builder = new JcaX509v3CertificateBuilder(
                issuer, serialNumber(), Date.from(notBefore), Date.from(notAfter), subject, key);
        var identifiers = new JcaX509ExtensionUtils();
        builder.addExtension(Extension.subjectKeyIdentifier, false, identifiers.createSubjectKeyIdentifier(key));
        builder.addExtension(Extension.authorityKeyIdentifier, false,
                identifiers.createAuthorityKeyIdentifier(issuerKey));
        return new CertificateDraft(builder);
    }

    CertificateDraft forAuthority() throws IOException {
        builder.addExtension(Extension.basicConstraints, true, new BasicConstraints(0));
        builder.addExtension(Extension.keyUsage, true, new KeyUsage(KeyUsage.keyCertSign | KeyUsage.cRLSign));
        return this;
    }

    CertificateDraft forEndEntity() throws IOException {
        return forSigning(new BasicConstraints(false));
    }

    /** Everything else about it says end entity: only a look at the basic constraints tells. */
    CertificateDraft flaggedAsAuthority() throws IOException {
        return forSigning(new BasicConstraints(true));
    }

    private CertificateDraft forSigning(BasicConstraints constraints) throws IOException {
        builder.addExtension(Extension.basicConstraints, true, constraints);
        builder.addExtension(Extension.keyUsage, true, new KeyUsage(KeyUsage.digitalSignature));
        return this;
    }

    CertificateDraft purpose(KeyPurposeId purpose) throws IOException {
        builder.addExtension(Extension.extendedKeyUsage, false, new ExtendedKeyUsage(purpose));
        return this;
    }

    CertificateDraft alternativeNames(GeneralNames names) throws IOException {
        builder.addExtension(Extension.subjectAlternativeName, false, names);
        return this;
    }

    /** SHA-256 with RSA or ECDSA, whichever the key is for. */
    X509Certificate signedWith(PrivateKey key) throws GeneralSecurityException, OperatorCreationException {
        return signedWith(key, "SHA256");
    }

    /** @param digest as it stands in the name of a signature */
    X509Certificate signedWith(PrivateKey key, String digest) throws GeneralSecurityException, OperatorCreationException {
        String algorithm = digest + (key.getAlgorithm().equals("RSA") ? "withRSA" : "withECDSA");
        return new JcaX509CertificateConverter()
                .getCertificate(builder.build(new JcaContentSignerBuilder(algorithm).build(key)));
    }

    private static BigInteger serialNumber() {
        BigInteger number;
        do {
            number = new BigInteger(1, Secrets.bytes(16));
        } while (number.signum() == 0);
        return number;
    }
}
