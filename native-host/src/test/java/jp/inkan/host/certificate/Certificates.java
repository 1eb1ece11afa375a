package jp.inkan.host.certificate;

import java.math.BigInteger;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import org.bouncycastle.asn1.ASN1GeneralizedTime;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.asn1.x500.X500NameBuilder;
import org.bouncycastle.asn1.x500.style.BCStyle;
import org.bouncycastle.asn1.x509.BasicConstraints;
import org.bouncycastle.asn1.x509.ExtendedKeyUsage;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.KeyPurposeId;
import org.bouncycastle.asn1.x509.KeyUsage;
import org.bouncycastle.asn1.x509.SubjectPublicKeyInfo;
import org.bouncycastle.asn1.x509.Time;
import org.bouncycastle.cert.CertIOException;
import org.bouncycastle.cert.X509v3CertificateBuilder;
import org.bouncycastle.cert.jcajce.JcaX509CertificateConverter;
import org.bouncycastle.jce.provider.BouncyCastleProvider;
import org.bouncycastle.operator.OperatorCreationException;
import org.bouncycastle.operator.jcajce.JcaContentSignerBuilder;

/** Makes certificates as a bank would, or just not quite. */
public record Certificates(
        String subjectCode,
        String issuerCode,
        String commonName,
        BigInteger serialNumber,
        Instant from,
        Duration validity,
        boolean authority,
        boolean clientAuthentication,
        int keyUsage) {

    private static final KeyPair AUTHORITY = rsa();

    /** As institution 9999 issues them. */
    public static Certificates good(Instant now) {
        return new Certificates("9999", "9999", "logid031 A001 20200304153656560435",
                new BigInteger("5b8e869e2bc4b2225302f34ada65184e", 16), now, Duration.ofDays(366), false, true,
                KeyUsage.digitalSignature);
    }

    public Certificates subjectCode(String code) {
        return new Certificates(code, issuerCode, commonName, serialNumber, from, validity, authority, clientAuthentication, keyUsage);
    }

    public Certificates issuerCode(String code) {
        return new Certificates(subjectCode, code, commonName, serialNumber, from, validity, authority, clientAuthentication, keyUsage);
    }

    public Certificates commonName(String name) {
        return new Certificates(subjectCode, issuerCode, name, serialNumber, from, validity, authority, clientAuthentication, keyUsage);
    }

    public Certificates serialNumber(BigInteger number) {
        return new Certificates(subjectCode, issuerCode, commonName, number, from, validity, authority, clientAuthentication, keyUsage);
    }

    public Certificates valid(Instant start, Duration length) {
        return new Certificates(subjectCode, issuerCode, commonName, serialNumber, start, length, authority, clientAuthentication, keyUsage);
    }

    public Certificates asAuthority() {
        return new Certificates(subjectCode, issuerCode, commonName, serialNumber, from, validity, true, clientAuthentication, keyUsage);
    }

    public Certificates forServers() {
        return new Certificates(subjectCode, issuerCode, commonName, serialNumber, from, validity, authority, false, keyUsage);
    }

    public Certificates keyUsage(int usage) {
        return new Certificates(subjectCode, issuerCode, commonName, serialNumber, from, validity, authority, clientAuthentication, usage);
    }

    public X509Certificate issueFor(KeyPair pair) {
        return issueFor(pair, "SHA256withRSA");
    }

    X509Certificate issueFor(KeyPair pair, String signature) {
        return issueFor(pair, signature, new Time(Date.from(from)), new Time(Date.from(from.plus(validity))));
    }

    /** @param start a GeneralizedTime, as odd as it may be; so is end */
    X509Certificate issueFor(KeyPair pair, String start, String end) {
        return issueFor(pair, "SHA256withRSA", Time.getInstance(new ASN1GeneralizedTime(start)), Time.getInstance(new ASN1GeneralizedTime(end)));
    }

    private X509Certificate issueFor(KeyPair pair, String signature, Time start, Time end) {
        try {
            var builder = new X509v3CertificateBuilder(
                    name(issuerCode, ""), serialNumber, start, end,
                    name(subjectCode, commonName), SubjectPublicKeyInfo.getInstance(pair.getPublic().getEncoded()));
            builder.addExtension(Extension.basicConstraints, true, new BasicConstraints(authority));
            builder.addExtension(Extension.keyUsage, true, new KeyUsage(keyUsage));
            builder.addExtension(Extension.extendedKeyUsage, false, new ExtendedKeyUsage(
                    clientAuthentication ? KeyPurposeId.id_kp_clientAuth : KeyPurposeId.id_kp_serverAuth));
            // The JDK knows RSASSA-PSS by that name alone.
            var signer = new JcaContentSignerBuilder(signature).setProvider(new BouncyCastleProvider()).build(AUTHORITY.getPrivate());
            return new JcaX509CertificateConverter().getCertificate(builder.build(signer));
        } catch (CertIOException | GeneralSecurityException | OperatorCreationException e) {
            throw new IllegalStateException(e);
        }
    }

    public static KeyPair rsa() {
        try {
            KeyPairGenerator generator = KeyPairGenerator.getInstance("RSA");
            generator.initialize(2048);
            return generator.generateKeyPair();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private static X500Name name(String code, String commonName) {
        var builder = new X500NameBuilder(BCStyle.INSTANCE)
                .addRDN(BCStyle.O, "(" + code + ")NTT DATA CORPORATION")
                .addRDN(BCStyle.OU, "(" + code + ")ANSER-WEB(BizSOL) TEST CA - G4");
        return (commonName.isEmpty() ? builder : builder.addRDN(BCStyle.CN, commonName)).build();
    }
}
