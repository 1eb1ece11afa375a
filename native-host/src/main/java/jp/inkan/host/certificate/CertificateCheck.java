package jp.inkan.host.certificate;

import java.io.IOException;
import java.security.AlgorithmParameters;
import java.security.GeneralSecurityException;
import java.security.PublicKey;
import java.security.cert.CertificateParsingException;
import java.security.cert.X509Certificate;
import java.security.spec.PSSParameterSpec;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import jp.inkan.host.institution.Institution;

/** Whether a certificate that the bank sent is the one that was asked for. */
public final class CertificateCheck {
    /** How far the PC's clock may be from the bank's: a new certificate is valid from the bank's now. */
    public static final Duration CLOCK_TOLERANCE = Duration.ofMinutes(10);

    /** A bank may let a certificate end with a day instead of to the second. */
    private static final Duration ROUNDING = Duration.ofDays(1);
    private static final String CLIENT_AUTHENTICATION = "1.3.6.1.5.5.7.3.2";
    private static final int DIGITAL_SIGNATURE = 0;
    /** With one of these somebody else could have a certificate that the bank's signature fits as well. */
    private static final Pattern BROKEN_DIGEST = Pattern.compile("(?i)^(MD[245]|SHA-?1)with");

    private CertificateCheck() {}

    /** @return what is wrong with it, in English for the log, or nothing */
    public static Optional<String> fault(X509Certificate certificate, PublicKey ours, Institution institution, Instant now) {
        try {
            return faultOfReadable(certificate, ours, institution, now);
        } catch (IllegalArgumentException | IllegalStateException e) {
            return Optional.of("it can't be read: " + e.getClass().getSimpleName());
        }
    }

    /** Whether subject and issuer are this institution's. */
    public static boolean isOf(Institution institution, X509Certificate certificate) {
        var codes = institution.certificate().organizationCodes();
        return codes.contains(DistinguishedName.subjectOf(certificate).institutionCode())
                && codes.contains(DistinguishedName.issuerOf(certificate).institutionCode());
    }

    private static Optional<String> faultOfReadable(
            X509Certificate certificate, PublicKey ours, Institution institution, Instant now) {
        var rules = institution.certificate();
        if (!Arrays.equals(certificate.getPublicKey().getEncoded(), ours.getEncoded())) {
            return Optional.of("it is for another key");
        }
        if (!isOf(institution, certificate)) {
            return Optional.of("it is of another institution");
        }
        if (!CertificateFacts.of(certificate).presentable()) {
            return Optional.of("its name or serial number can't be shown");
        }
        Instant from = certificate.getNotBefore().toInstant();
        Instant until = certificate.getNotAfter().toInstant();
        if (now.plus(CLOCK_TOLERANCE).isBefore(from) || now.isAfter(until)) {
            return Optional.of("it isn't valid now");
        }
        if (Duration.between(from, until).compareTo(Duration.ofDays(rules.validDays()).plus(ROUNDING)) > 0) {
            return Optional.of("it is valid for longer than this institution's are");
        }
        if (certificate.getBasicConstraints() != -1) {
            return Optional.of("it is a certificate authority");
        }
        if (hasBrokenDigest(certificate)) {
            return Optional.of("it is signed over a broken digest");
        }
        boolean[] usage = certificate.getKeyUsage();
        if (usage != null && !usage[DIGITAL_SIGNATURE]) {
            return Optional.of("it may not sign");
        }
        if (!extendedKeyUsage(certificate).contains(CLIENT_AUTHENTICATION)) {
            return Optional.of("it isn't for client authentication");
        }
        return Optional.empty();
    }

    /** RSASSA-PSS has its digest among its parameters; none of them means SHA-1 (RFC 4055 section 3.1). */
    static boolean hasBrokenDigest(X509Certificate certificate) {
        if (!certificate.getSigAlgName().equalsIgnoreCase("RSASSA-PSS")) {
            return BROKEN_DIGEST.matcher(certificate.getSigAlgName()).find();
        }
        try {
            AlgorithmParameters parameters = AlgorithmParameters.getInstance("RSASSA-PSS");
            parameters.init(certificate.getSigAlgParams());
            var spec = parameters.getParameterSpec(PSSParameterSpec.class);
            return !spec.getDigestAlgorithm().matches("SHA-?(256|384|512)");
        } catch (GeneralSecurityException | IOException | RuntimeException e) {
            return true;
        }
    }

    private static List<String> extendedKeyUsage(X509Certificate certificate) {
        try {
            List<String> purposes = certificate.getExtendedKeyUsage();
            return purposes == null ? List.of() : purposes;
        } catch (CertificateParsingException e) {
            return List.of();
        }
    }
}
