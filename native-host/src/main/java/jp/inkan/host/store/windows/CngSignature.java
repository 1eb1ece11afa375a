package jp.inkan.host.store.windows;

import static java.lang.foreign.ValueLayout.ADDRESS;
import static java.lang.foreign.ValueLayout.JAVA_INT;

import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.security.InvalidAlgorithmParameterException;
import java.security.InvalidKeyException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.PrivateKey;
import java.security.SignatureException;
import java.security.spec.AlgorithmParameterSpec;
import java.security.spec.MGF1ParameterSpec;
import java.security.spec.PSSParameterSpec;
import jp.inkan.host.platform.windows.SystemLibrary;
import jp.inkan.host.store.SigningSpi;
import jp.inkan.host.store.StoreException;

/** Digests here, signs in CNG. Key and parameters may come in either order. */
final class CngSignature extends SigningSpi {
    private final boolean pss;
    /** As Windows names it: SHA256. */
    private String digestName;
    private MessageDigest digest;
    private int saltLength;
    private CngKey key;

    private CngSignature(boolean pss) {
        this.pss = pss;
    }

    /** @param digest SHA256, SHA384 or SHA512 */
    static CngSignature pkcs1(String digest) {
        var signature = new CngSignature(false);
        signature.digestWith(digest);
        return signature;
    }

    static CngSignature pss() {
        return new CngSignature(true);
    }

    private void digestWith(String name) {
        try {
            digest = MessageDigest.getInstance("SHA-" + name.substring("SHA".length()));
            digestName = name;
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    protected void engineInitSign(PrivateKey privateKey) throws InvalidKeyException {
        if (!(privateKey instanceof CngKey cng)) {
            throw new InvalidKeyException("Not a key in CNG");
        }
        key = cng;
        if (digest != null) {
            digest.reset();
        }
    }

    @Override
    protected void engineSetParameter(AlgorithmParameterSpec parameters) throws InvalidAlgorithmParameterException {
        if (!pss || !(parameters instanceof PSSParameterSpec spec) || !isOneDigest(spec)) {
            throw new InvalidAlgorithmParameterException("Not the parameters of an RSASSA-PSS that CNG knows");
        }
        digestWith(spec.getDigestAlgorithm().replace("-", ""));
        saltLength = spec.getSaltLength();
    }

    /** CNG takes the same digest for the mask. */
    private static boolean isOneDigest(PSSParameterSpec spec) {
        return spec.getDigestAlgorithm().matches("SHA-(256|384|512)")
                && spec.getMGFParameters() instanceof MGF1ParameterSpec mask
                && mask.getDigestAlgorithm().equals(spec.getDigestAlgorithm());
    }

    @Override
    protected void engineUpdate(byte b) throws SignatureException {
        begun().update(b);
    }

    @Override
    protected void engineUpdate(byte[] bytes, int offset, int length) throws SignatureException {
        begun().update(bytes, offset, length);
    }

    @Override
    protected byte[] engineSign() throws SignatureException {
        byte[] value = begun().digest();
        try (Arena arena = Arena.ofConfined()) {
            return key.sign(value, padding(arena), pss ? Constants.BCRYPT_PAD_PSS : Constants.BCRYPT_PAD_PKCS1);
        } catch (StoreException e) {
            throw new SignatureException(e);
        }
    }

    private MemorySegment padding(Arena arena) {
        MemorySegment padding = arena.allocate(pss ? Layouts.BCRYPT_PSS_PADDING_INFO : Layouts.BCRYPT_PKCS1_PADDING_INFO);
        padding.set(ADDRESS, 0, SystemLibrary.text(arena, digestName));
        if (pss) {
            padding.set(JAVA_INT, Layouts.offset(Layouts.BCRYPT_PSS_PADDING_INFO, "cbSalt"), saltLength);
        }
        return padding;
    }

    private MessageDigest begun() throws SignatureException {
        if (digest == null || key == null) {
            throw new SignatureException("Key or parameters are missing");
        }
        return digest;
    }
}
