package jp.inkan.e2e.bank.pki;

import java.io.IOException;
import java.security.GeneralSecurityException;
import java.security.PublicKey;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import jp.inkan.e2e.bank.state.Institution;
import org.bouncycastle.asn1.x509.KeyPurposeId;
import org.bouncycastle.operator.OperatorCreationException;

/** Makes customers' certificates of the form that BANK-PROTOCOL.md gives. */
public final class ClientCertificates {
    /** From the moment of issue, to the second. */
    public static final Duration LIFE = Duration.ofDays(366);

    private final Institution institution;
    private final Authority authority;

    public ClientCertificates(Institution institution, Authority authority) {
        this.institution = institution;
        this.authority = authority;
    }

    /** A new certificate; nothing is remembered here. */
    public X509Certificate issue(String loginId, PublicKey key, Instant now) {
        Instant notBefore = now.truncatedTo(ChronoUnit.SECONDS);
        try {
            return CertificateDraft.of(authority.name(), authority.certificate().getPublicKey(),
                            Names.customer(institution, loginId, now), key, notBefore, notBefore.plus(LIFE))
                    .forEndEntity()
                    .purpose(KeyPurposeId.id_kp_clientAuth)
                    .signedWith(authority.key());
        } catch (GeneralSecurityException | OperatorCreationException | IOException e) {
            throw new PkiException("No certificate for a good request", e);
        }
    }
}
