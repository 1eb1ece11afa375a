package jp.inkan.e2e.bank.pki;

import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import jp.inkan.e2e.bank.state.Institution;
import jp.inkan.e2e.bank.state.Japan;
import org.bouncycastle.asn1.DERUTF8String;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.asn1.x500.X500NameBuilder;
import org.bouncycastle.asn1.x500.style.BCStyle;

/** Distinguished names, built RDN by RDN: parsers of strings don't agree on their order. */
final class Names {
    private static final DateTimeFormatter MOMENT =
            DateTimeFormatter.ofPattern("yyyyMMddHHmmssSSSSSS", Locale.ROOT).withZone(Japan.TIME);

    private Names() {
    }

    /** O, OU: the authority that issues to an institution's customers. */
    static X500Name clientAuthority(Institution institution) {
        return institutional(institution).build();
    }

    /** O, OU, CN: a customer, and the moment of issue in Japan's time with six digits of the second's fraction. */
    static X500Name customer(Institution institution, String loginId, Instant issued) {
        return institutional(institution)
                .addRDN(BCStyle.CN, new DERUTF8String(loginId + " A001 " + MOMENT.format(issued)))
                .build();
    }

    private static X500NameBuilder institutional(Institution institution) {
        return new X500NameBuilder(BCStyle.INSTANCE)
                .addRDN(BCStyle.O, institution.organization())
                .addRDN(BCStyle.OU, institution.organizationUnit());
    }
}
