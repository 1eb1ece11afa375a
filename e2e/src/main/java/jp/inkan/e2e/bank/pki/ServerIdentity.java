package jp.inkan.e2e.bank.pki;

import java.io.IOException;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyStore;
import java.security.cert.Certificate;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import javax.net.ssl.KeyManager;
import javax.net.ssl.KeyManagerFactory;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.asn1.x500.X500NameBuilder;
import org.bouncycastle.asn1.x500.style.BCStyle;
import org.bouncycastle.asn1.x509.GeneralName;
import org.bouncycastle.asn1.x509.GeneralNames;
import org.bouncycastle.asn1.x509.KeyPurposeId;
import org.bouncycastle.operator.OperatorCreationException;

/** What the bank shows when a client connects: a key and certificate made at every start, for all its names at once. */
public final class ServerIdentity {
    private static final Duration LIFE = Duration.ofDays(397);

    private ServerIdentity() {
    }

    /**
     * Key managers for TLS.
     *
     * @param names DNS names, each an alternative name of the certificate
     * @param now   the real time, which is what clients check TLS by
     */
    public static KeyManager[] of(Authority root, Collection<String> names, Instant now) {
        try {
            KeyPair keys = KeyPairs.p256();
            KeyStore store = KeyStore.getInstance("PKCS12");
            store.load(null, null);
            store.setKeyEntry("bank", keys.getPrivate(), new char[0],
                    new Certificate[] {certificate(root, keys, names, now)});
            KeyManagerFactory factory = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
            factory.init(store, new char[0]);
            return factory.getKeyManagers();
        } catch (GeneralSecurityException | OperatorCreationException | IOException e) {
            throw new PkiException("No TLS certificate for the bank", e);
        }
    }

    private static X509Certificate certificate(Authority root, KeyPair keys, Collection<String> names, Instant now)
            throws GeneralSecurityException, OperatorCreationException, IOException {
        X500Name subject = new X500NameBuilder(BCStyle.INSTANCE).addRDN(BCStyle.O, "Inkan practice bank").build();
        Instant notBefore = now.minus(Authorities.HEAD_START);
        GeneralName[] alternatives = names.stream()
                .map(name -> new GeneralName(GeneralName.dNSName, name))
                .toArray(GeneralName[]::new);
        return CertificateDraft.of(root.name(), root.certificate().getPublicKey(), subject, keys.getPublic(),
                        notBefore, notBefore.plus(LIFE))
                .forEndEntity()
                .purpose(KeyPurposeId.id_kp_serverAuth)
                .alternativeNames(new GeneralNames(alternatives))
                .signedWith(root.key());
    }
}
