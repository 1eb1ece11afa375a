package jp.inkan.e2e.bank.pki;

import java.io.IOException;
import java.security.GeneralSecurityException;
import java.security.PublicKey;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.time.Instant;
import jp.inkan.e2e.bank.state.Institution;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.asn1.x500.X500NameBuilder;
import org.bouncycastle.asn1.x500.style.BCStyle;
import org.bouncycastle.asn1.x509.KeyPurposeId;
import org.bouncycastle.operator.OperatorCreationException;

/** Certificates that a client must refuse: like a good one, but for one thing. */
public final class WrongCertificates {
    private static final Institution ANOTHER = new Institution("1234", "ほかの金融機関");

    private final Authority authority;

    public WrongCertificates(Authority authority) {
        this.authority = authority;
    }

    /** What is wrong. */
    public enum Kind {
        /** It is about a key that nobody asked for. */
        ANOTHER_KEY,
        /** Basic constraints say that it is an authority. */
        AUTHORITY,
        /** It ended an hour before the bank's now. */
        EXPIRED,
        /** It begins an hour after the bank's now. */
        NOT_VALID_YET,
        /** It is signed over SHA-1. */
        BROKEN_DIGEST,
        /** Extended key usage has server authentication in the place of client authentication. */
        NO_CLIENT_AUTHENTICATION,
        /** Its subject's O and OU carry the code 1234. */
        ANOTHER_INSTITUTION,
        /** An authority with another name and another key issued it. */
        ANOTHER_ISSUER
    }

    /** The wrong sister of a good certificate. */
    public X509Certificate like(X509Certificate good, Kind kind, Instant now) {
        try {
            Authority issuer = kind == Kind.ANOTHER_ISSUER ? stranger(now) : authority;
            PublicKey key = kind == Kind.ANOTHER_KEY ? KeyPairs.rsa2048().getPublic() : good.getPublicKey();
            Instant notBefore = notBefore(good, kind, now);
            Instant notAfter = notBefore.plus(ClientCertificates.LIFE);
            CertificateDraft draft = CertificateDraft.of(issuer.name(), issuer.certificate().getPublicKey(),
                    subject(good, kind, now), key, notBefore, notAfter);
            return (kind == Kind.AUTHORITY ? draft.flaggedAsAuthority() : draft.forEndEntity())
                    .purpose(kind == Kind.NO_CLIENT_AUTHENTICATION
                            ? KeyPurposeId.id_kp_serverAuth : KeyPurposeId.id_kp_clientAuth)
                    .signedWith(issuer.key(), kind == Kind.BROKEN_DIGEST ? "SHA1" : "SHA256");
        } catch (GeneralSecurityException | OperatorCreationException | IOException e) {
            throw new PkiException("No wrong certificate", e);
        }
    }

    private static Instant notBefore(X509Certificate good, Kind kind, Instant now) {
        return switch (kind) {
            case EXPIRED -> now.minus(Duration.ofHours(1)).minus(ClientCertificates.LIFE);
            case NOT_VALID_YET -> now.plus(Duration.ofHours(1));
            default -> good.getNotBefore().toInstant();
        };
    }

    private static X500Name subject(X509Certificate good, Kind kind, Instant now) {
        return kind == Kind.ANOTHER_INSTITUTION
                ? Names.customer(ANOTHER, "logid031", now)
                : X500Name.getInstance(good.getSubjectX500Principal().getEncoded());
    }

    private static Authority stranger(Instant now)
            throws GeneralSecurityException, OperatorCreationException, IOException {
        X500Name name = new X500NameBuilder(BCStyle.INSTANCE)
                .addRDN(BCStyle.O, "Somebody else")
                .addRDN(BCStyle.OU, "Not the bank's authority")
                .build();
        return Authorities.selfSigned(name, KeyPairs.rsa2048(), now);
    }
}
