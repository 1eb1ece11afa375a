package jp.inkan.host.certificate;

import static jp.inkan.host.fuzz.Property.holds;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.List;
import jp.inkan.host.institution.Institution;
import jp.inkan.host.institution.Institutions;

/** Any certificate that the JDK can read is ours and can be shown, or has a fault; it is never in the way of the others. */
public final class CertificateFuzz {
    private static final Institution INSTITUTION = Institutions.builtIn().byCode("9999").orElseThrow();
    private static final Instant NOW = Instant.parse("2026-11-25T12:00:00Z");

    private CertificateFuzz() {}

    public static void fuzzerTestOneInput(byte[] input) {
        X509Certificate certificate;
        try {
            certificate = (X509Certificate) CertificateFactory.getInstance("X.509").generateCertificate(new ByteArrayInputStream(input));
        } catch (CertificateException e) {
            return;
        }
        if (CertificateCheck.fault(certificate, certificate.getPublicKey(), INSTITUTION, NOW).isEmpty()) {
            CertificateFacts facts = CertificateFacts.of(certificate);
            holds(facts.id().matches("[0-9a-f]{16}"), "an id has 16 digits");
            holds(facts.serialNumber().matches("0|[1-9a-f][0-9a-f]{0,39}"), "a serial number is hexadecimal");
            for (String text : List.of(facts.commonName(), facts.organization(), facts.organizationalUnit())) {
                holds(text.codePointCount(0, text.length()) <= 256, "a name has a length");
                holds(text.chars().noneMatch(Character::isISOControl), "a name steers no terminal");
                holds(StandardCharsets.UTF_8.newEncoder().canEncode(text), "a name can be sent on");
            }
            Standing standing = Standing.of(facts, INSTITUTION.certificate(), List.of(facts), NOW);
            holds(standing.daysLeft() >= 0, "days are left or none");
            for (Instant time : List.of(facts.validFrom(), facts.validUntil(), standing.renewableFrom())) {
                holds(time.toString().matches("\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\dZ"), "a time has the form that the extension reads");
            }
        }
    }
}
