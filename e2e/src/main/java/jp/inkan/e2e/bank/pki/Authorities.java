package jp.inkan.e2e.bank.pki;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.time.Duration;
import java.time.Instant;
import jp.inkan.e2e.bank.state.AtomicFile;
import jp.inkan.e2e.bank.state.Institution;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.asn1.x500.X500NameBuilder;
import org.bouncycastle.asn1.x500.style.BCStyle;
import org.bouncycastle.operator.OperatorCreationException;

/**
 * The bank's two authorities, each kept in a file of its own across restarts. They have nothing to do with each other:
 * who trusts the bank's TLS doesn't trust its customers' certificates, nor the other way round.
 */
public final class Authorities {
    /** So far before now everything but customers' certificates begins, for clocks that are behind. */
    static final Duration HEAD_START = Duration.ofDays(1);
    private static final Duration LIFE = Duration.ofDays(20 * 365);

    private Authorities() {
    }

    /** The root of the bank's own TLS, EC P-256. */
    public static Authority tlsRoot(Path file, Instant now) throws IOException {
        X500Name name = new X500NameBuilder(BCStyle.INSTANCE)
                .addRDN(BCStyle.O, "Inkan practice bank")
                .addRDN(BCStyle.CN, "Inkan practice TLS root")
                .build();
        return kept(file, () -> selfSigned(name, KeyPairs.p256(), now));
    }

    /** The issuer of the customers' certificates, RSA-2048. */
    public static Authority clients(Path file, Institution institution, Instant now) throws IOException {
        return kept(file, () -> selfSigned(Names.clientAuthority(institution), KeyPairs.rsa2048(), now));
    }

    static Authority selfSigned(X500Name name, KeyPair keys, Instant now)
            throws GeneralSecurityException, OperatorCreationException, IOException {
        Instant notBefore = now.minus(HEAD_START);
        return new Authority(keys.getPrivate(),
                CertificateDraft.of(name, keys.getPublic(), name, keys.getPublic(), notBefore, notBefore.plus(LIFE))
                        .forAuthority()
                        .signedWith(keys.getPrivate()));
    }

    private static Authority kept(Path file, Maker maker) throws IOException {
        if (Files.exists(file)) {
            return Pem.authority(Files.readString(file));
        }
        try {
            Authority made = maker.make();
            AtomicFile.write(file, Pem.text(made.key(), made.certificate()).getBytes(StandardCharsets.US_ASCII));
            return made;
        } catch (GeneralSecurityException | OperatorCreationException e) {
            throw new PkiException("No new authority for " + file.getFileName(), e);
        }
    }

    private interface Maker {
        Authority make() throws GeneralSecurityException, OperatorCreationException, IOException;
    }
}
