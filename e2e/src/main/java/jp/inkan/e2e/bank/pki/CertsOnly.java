package jp.inkan.e2e.bank.pki;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.cert.CertificateException;
import java.security.cert.X509Certificate;
import java.util.Base64;
import org.bouncycastle.asn1.ASN1Encoding;
import org.bouncycastle.cert.X509CertificateHolder;
import org.bouncycastle.cert.jcajce.JcaX509CertificateConverter;
import org.bouncycastle.cert.jcajce.JcaX509CertificateHolder;
import org.bouncycastle.cms.CMSAbsentContent;
import org.bouncycastle.cms.CMSException;
import org.bouncycastle.cms.CMSSignedData;
import org.bouncycastle.cms.CMSSignedDataGenerator;

/** A CMS that carries a certificate and signs nothing (RFC 7030 section 4.2.3), in base64. */
public final class CertsOnly {
    private static final byte[] LINE_END = {'\r', '\n'};

    private CertsOnly() {
    }

    /** DER in ASCII, lines of 64 characters. */
    public static byte[] encode(X509Certificate certificate) {
        try {
            CMSSignedDataGenerator generator = new CMSSignedDataGenerator();
            generator.addCertificate(new JcaX509CertificateHolder(certificate));
            // Not BER, which the library prefers: clients have an easier time with definite lengths.
            byte[] cms = generator.generate(new CMSAbsentContent()).getEncoded(ASN1Encoding.DER);
            return Base64.getMimeEncoder(64, LINE_END).encode(cms);
        } catch (CertificateException | CMSException | IOException e) {
            throw new PkiException("No CMS for a certificate", e);
        }
    }

    /** The first certificate of what {@link #encode} made. */
    public static X509Certificate decode(byte[] base64) {
        try {
            String text = new String(base64, StandardCharsets.US_ASCII);
            var holders = new CMSSignedData(Base64.getMimeDecoder().decode(text)).getCertificates().getMatches(null);
            X509CertificateHolder first = holders.iterator().next();
            return new JcaX509CertificateConverter().getCertificate(first);
        } catch (CertificateException | CMSException e) {
            throw new PkiException("No certificate in a CMS", e);
        }
    }
}
