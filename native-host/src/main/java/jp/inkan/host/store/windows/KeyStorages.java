package jp.inkan.host.store.windows;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.Signature;
import java.security.spec.MGF1ParameterSpec;
import java.security.spec.PSSParameterSpec;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import jp.inkan.host.failure.Trace;
import jp.inkan.host.store.StoreException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Where a key may be: in the TPM, where there is one that serves an RSA-2048 key for TLS, else in CNG's software. A TPM that can't be
 * had for a while mustn't look like a key that is gone, so a file remembers that there is a key in it.
 */
final class KeyStorages {
    private static final Logger LOG = LoggerFactory.getLogger(KeyStorages.class);

    private final KeyStorage software;
    private final Optional<KeyStorage> tpm;
    private final Path tpmUsed;
    /** Of other makers, for certificates that were there before us. */
    private final Map<String, KeyStorage> others = new HashMap<>();
    private boolean tpmFits = true;

    private KeyStorages(KeyStorage software, Optional<KeyStorage> tpm, Path tpmUsed) {
        this.software = software;
        this.tpm = tpm;
        this.tpmUsed = tpmUsed;
    }

    static KeyStorages open(Path folder) throws StoreException {
        return new KeyStorages(KeyStorage.open(KeyStorage.SOFTWARE), openTpm(), folder.resolve("keys-in-tpm"));
    }

    private static Optional<KeyStorage> openTpm() {
        try {
            return Optional.of(KeyStorage.open(KeyStorage.TPM));
        } catch (StoreException e) {
            LOG.info("Keys are made in software: {}", Trace.of(e));
            return Optional.empty();
        }
    }

    CngKey create(String container) throws StoreException {
        Optional<CngKey> key = tpm.isPresent() && tpmFits ? createIn(tpm.get(), container) : Optional.empty();
        return key.isPresent() ? key.get() : software.create(container);
    }

    /** @return nothing if the TPM can't make such a key, or can't sign with it as TLS 1.2 and 1.3 do */
    private Optional<CngKey> createIn(KeyStorage storage, String container) throws StoreException {
        boolean first = !Files.exists(tpmUsed);
        noteTpm();
        try {
            CngKey key = storage.create(container);
            prove(key);
            return Optional.of(key);
        } catch (StoreException | GeneralSecurityException e) {
            LOG.warn("The TPM doesn't serve, keys are made in software: {}", Trace.of(e));
            tpmFits = false;
            deleteQuietly(storage, container);
            if (first) {
                forget(tpmUsed);
            }
            return Optional.empty();
        }
    }

    /** @throws StoreException rather than that a key is made where it is less safe */
    private void noteTpm() throws StoreException {
        try {
            Files.write(tpmUsed, new byte[0]);
        } catch (IOException e) {
            throw new StoreException("The user's folder can't be written", e);
        }
    }

    private static void deleteQuietly(KeyStorage storage, String container) {
        try {
            storage.delete(container, 0);
        } catch (StoreException e) {
            LOG.warn("A key that doesn't serve stays in the TPM: {}", Trace.of(e));
        }
    }

    private static void forget(Path file) throws StoreException {
        try {
            Files.deleteIfExists(file);
        } catch (IOException e) {
            throw new StoreException("The user's folder can't be written", e);
        }
    }

    private static void prove(CngKey key) throws GeneralSecurityException, StoreException {
        var provider = new CngProvider();
        Signature pkcs1 = Signature.getInstance("SHA256withRSA", provider);
        Signature pss = Signature.getInstance("RSASSA-PSS", provider);
        pss.setParameter(ofTls());
        prove(key, pkcs1, Signature.getInstance("SHA256withRSA", "SunRsaSign"));
        Signature verifier = Signature.getInstance("RSASSA-PSS", "SunRsaSign");
        verifier.setParameter(ofTls());
        prove(key, pss, verifier);
    }

    /** rsa_pss_rsae_sha256, RFC 8446 section 4.2.3. */
    private static PSSParameterSpec ofTls() {
        return new PSSParameterSpec("SHA-256", "MGF1", MGF1ParameterSpec.SHA256, 32, PSSParameterSpec.TRAILER_FIELD_BC);
    }

    private static void prove(CngKey key, Signature signer, Signature verifier) throws GeneralSecurityException, StoreException {
        byte[] text = "which key is this".getBytes(StandardCharsets.US_ASCII);
        signer.initSign(key);
        signer.update(text);
        verifier.initVerify(key.publicKey());
        verifier.update(text);
        if (!verifier.verify(signer.sign())) {
            throw new StoreException("Its signature doesn't verify");
        }
    }

    Optional<CngKey> find(KeyPlace place) throws StoreException {
        return storage(place).find(place.container(), place.legacySpec());
    }

    void delete(KeyPlace place) throws StoreException {
        storage(place).delete(place.container(), place.legacySpec());
    }

    /** Every key where ours are. */
    List<KeyPlace> places() throws StoreException {
        var places = new ArrayList<KeyPlace>();
        for (KeyStorage storage : ours()) {
            storage.containers().forEach(container -> places.add(new KeyPlace(storage.name(), container)));
        }
        return List.copyOf(places);
    }

    private List<KeyStorage> ours() throws StoreException {
        if (tpm.isPresent() && Files.exists(tpmUsed)) {
            return List.of(software, tpm.get());
        }
        if (Files.exists(tpmUsed)) {
            throw new StoreException("There are keys in the TPM, and it can't be had");
        }
        return List.of(software);
    }

    private KeyStorage storage(KeyPlace place) throws StoreException {
        if (place.provider().equals(software.name())) {
            return software;
        }
        if (tpm.isPresent() && place.provider().equals(tpm.get().name())) {
            return tpm.get();
        }
        KeyStorage known = others.get(place.provider());
        if (known == null) {
            known = KeyStorage.open(place.provider());
            others.put(place.provider(), known);
        }
        return known;
    }
}
