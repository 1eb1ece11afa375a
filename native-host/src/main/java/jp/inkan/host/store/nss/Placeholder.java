package jp.inkan.host.store.nss;

import java.io.IOException;
import java.math.BigInteger;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.Provider;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.asn1.x500.X500NameBuilder;
import org.bouncycastle.asn1.x500.style.BCStyle;
import org.bouncycastle.cert.jcajce.JcaX509CertificateConverter;
import org.bouncycastle.cert.jcajce.JcaX509v3CertificateBuilder;
import org.bouncycastle.operator.OperatorCreationException;
import org.bouncycastle.operator.jcajce.JcaContentSignerBuilder;

/** The self-signed certificate that stands beside a pending key. No server accepts it: no authority issued it. */
final class Placeholder {
    private static final Duration VALIDITY = Duration.ofDays(30);

    private Placeholder() {}

    static X509Certificate of(String name, KeyPair pair, Provider provider) throws GeneralSecurityException, IOException {
        X500Name subject = new X500NameBuilder(BCStyle.INSTANCE).addRDN(BCStyle.CN, "Inkan pending " + name).build();
        Instant now = Instant.now();
        var builder = new JcaX509v3CertificateBuilder(
                subject, BigInteger.valueOf(now.toEpochMilli()), Date.from(now), Date.from(now.plus(VALIDITY)),
                subject, pair.getPublic());
        try {
            var signer = new JcaContentSignerBuilder("SHA256withRSA").setProvider(provider).build(pair.getPrivate());
            return new JcaX509CertificateConverter().getCertificate(builder.build(signer));
        } catch (OperatorCreationException e) {
            throw new GeneralSecurityException("The new key doesn't sign", e);
        }
    }
}
