package jp.inkan.host.certificate;

import java.security.cert.X509Certificate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import jp.inkan.host.text.PlainText;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.ASN1String;
import org.bouncycastle.asn1.x500.RDN;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.asn1.x500.style.BCStyle;

/**
 * The three attributes the banks use; an empty string for one that is missing. All are plain text.
 */
public record DistinguishedName(String organization, String organizationalUnit, String commonName) {
    private static final Pattern INSTITUTION = Pattern.compile("^\\((\\d{4})\\)");
    /** Characters; X.520 allows 64. */
    private static final int LONGEST = 256;

    public static DistinguishedName subjectOf(X509Certificate certificate) {
        return of(certificate.getSubjectX500Principal().getEncoded());
    }

    public static DistinguishedName issuerOf(X509Certificate certificate) {
        return of(certificate.getIssuerX500Principal().getEncoded());
    }

    /** @return the four digits that both O and OU begin with, as in O=(9936)NTT DATA CORPORATION; empty if they don't, or differ */
    public String institutionCode() {
        Matcher o = INSTITUTION.matcher(organization);
        Matcher ou = INSTITUTION.matcher(organizationalUnit);
        return o.find() && ou.find() && o.group(1).equals(ou.group(1)) ? o.group(1) : "";
    }

    private static DistinguishedName of(byte[] der) {
        X500Name name = X500Name.getInstance(der);
        return new DistinguishedName(first(name, BCStyle.O), first(name, BCStyle.OU), first(name, BCStyle.CN));
    }

    private static String first(X500Name name, ASN1ObjectIdentifier attribute) {
        RDN[] rdns = name.getRDNs(attribute);
        if (rdns.length == 0 || !(rdns[0].getFirst().getValue() instanceof ASN1String value)) {
            return "";
        }
        String text = PlainText.of(value.getString());
        return text.codePointCount(0, text.length()) <= LONGEST
                ? text
                : text.substring(0, text.offsetByCodePoints(0, LONGEST));
    }
}
