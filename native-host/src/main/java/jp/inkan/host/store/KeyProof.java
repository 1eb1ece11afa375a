package jp.inkan.host.store;

import java.security.GeneralSecurityException;
import java.security.ProviderException;
import java.security.SecureRandom;
import java.security.Signature;
import java.util.Optional;

/** Shows that a certificate in the store can be used: its key signs, and the certificate verifies the signature. */
public final class KeyProof {
    private static final String ALGORITHM = "SHA256withRSA";

    private KeyProof() {}

    /** @throws StoreException if it can't be used */
    public static void require(StoredCertificate stored) throws StoreException {
        Optional<String> fault = fault(stored);
        if (fault.isPresent()) {
            throw new StoreException("The certificate can't be used: " + fault.get());
        }
    }

    /** @return why it can't be used, in English for the log, or nothing */
    public static Optional<String> fault(StoredCertificate stored) {
        try {
            byte[] text = new byte[32];
            new SecureRandom().nextBytes(text);
            Signature signer = Signature.getInstance(ALGORITHM, stored.key().provider());
            signer.initSign(stored.key().privateKey());
            signer.update(text);
            byte[] signature = signer.sign();

            Signature verifier = Signature.getInstance(ALGORITHM);
            verifier.initVerify(stored.certificate().getPublicKey());
            verifier.update(text);
            return verifier.verify(signature) ? Optional.empty() : Optional.of("its signature doesn't verify");
        } catch (GeneralSecurityException | ProviderException e) {
            return Optional.of("its key doesn't sign: " + e);
        }
    }
}
