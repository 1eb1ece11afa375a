package jp.inkan.host.store.windows;

import static java.lang.foreign.ValueLayout.JAVA_BYTE;
import static java.lang.foreign.ValueLayout.JAVA_INT;

import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.lang.ref.Cleaner;
import java.lang.ref.Reference;
import java.math.BigInteger;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PrivateKey;
import java.security.interfaces.RSAKey;
import java.security.interfaces.RSAPublicKey;
import java.security.spec.AlgorithmParameterSpec;
import java.security.spec.RSAPublicKeySpec;
import jp.inkan.host.platform.windows.Downcall;
import jp.inkan.host.platform.windows.SystemLibrary;
import jp.inkan.host.store.StoreException;

/**
 * An RSA key in CNG, through a handle that is freed with this object. The key itself can't be read through it. RSAKey, so that TLS
 * can weigh the key's length against a digest's.
 */
final class CngKey implements PrivateKey, RSAKey {
    private static final long serialVersionUID = 1L;
    private static final Cleaner CLEANER = Cleaner.create();
    /** Bytes; a signature is as long as the modulus: 16,384 bits are the most CNG has. */
    private static final int LONGEST_SIGNATURE = 2048;
    private static final int LONGEST_BLOB = 8192;

    private final transient KeyPlace place;
    private final transient long handle;
    private final transient RSAPublicKey publicKey;

    /** @param handle NCRYPT_KEY_HANDLE, this object's from now on */
    CngKey(KeyPlace place, long handle) throws StoreException {
        this.place = place;
        this.handle = handle;
        CLEANER.register(this, () -> free(handle));
        publicKey = publicKey(export("RSAPUBLICBLOB"));
    }

    KeyPlace place() {
        return place;
    }

    RSAPublicKey publicKey() {
        return publicKey;
    }

    /** @param padding BCRYPT_PKCS1_PADDING_INFO or BCRYPT_PSS_PADDING_INFO
     * @param flags BCRYPT_PAD_PKCS1 or BCRYPT_PAD_PSS */
    byte[] sign(byte[] digest, MemorySegment padding, int flags) throws StoreException {
        try (Arena arena = Arena.ofConfined()) {
            MemorySegment signature = arena.allocate(LONGEST_SIGNATURE);
            MemorySegment length = arena.allocate(JAVA_INT);
            Status.require("NCryptSignHash", (int) Ncrypt.SIGN_HASH.invokeExact(
                    handle, padding, arena.allocateFrom(JAVA_BYTE, digest), digest.length, signature, LONGEST_SIGNATURE, length,
                    flags | Constants.NCRYPT_SILENT_FLAG));
            return signature.asSlice(0, length.get(JAVA_INT, 0)).toArray(JAVA_BYTE);
        } catch (Throwable e) {
            throw Downcall.rethrown(e, StoreException.class);
        } finally {
            Reference.reachabilityFence(this);
        }
    }

    /** @param type of the blob: RSAPUBLICBLOB; any other is refused, or ought to be */
    byte[] export(String type) throws StoreException {
        try (Arena arena = Arena.ofConfined()) {
            MemorySegment blob = arena.allocate(LONGEST_BLOB, 8);
            MemorySegment length = arena.allocate(JAVA_INT);
            Status.require("NCryptExportKey", (int) Ncrypt.EXPORT_KEY.invokeExact(
                    handle, 0L, SystemLibrary.text(arena, type), MemorySegment.NULL, blob, LONGEST_BLOB, length,
                    Constants.NCRYPT_SILENT_FLAG));
            return blob.asSlice(0, length.get(JAVA_INT, 0)).toArray(JAVA_BYTE);
        } catch (Throwable e) {
            throw Downcall.rethrown(e, StoreException.class);
        } finally {
            Reference.reachabilityFence(this);
        }
    }

    /** @param blob BCRYPT_RSAKEY_BLOB, then exponent and modulus */
    static RSAPublicKey publicKey(byte[] blob) throws StoreException {
        int header = (int) Layouts.BCRYPT_RSAKEY_BLOB.byteSize();
        ByteBuffer numbers = ByteBuffer.wrap(blob).order(ByteOrder.LITTLE_ENDIAN);
        if (blob.length < header || numbers.getInt(at("Magic")) != Constants.BCRYPT_RSAPUBLIC_MAGIC) {
            throw new StoreException("NCryptExportKey gave something else than an RSA public key");
        }
        int exponent = numbers.getInt(at("cbPublicExp"));
        int modulus = numbers.getInt(at("cbModulus"));
        if (exponent <= 0 || modulus <= 0 || exponent > blob.length || modulus > blob.length || header + exponent + modulus > blob.length) {
            throw new StoreException("NCryptExportKey gave an RSA public key that is cut short");
        }
        try {
            return (RSAPublicKey) KeyFactory.getInstance("RSA").generatePublic(new RSAPublicKeySpec(
                    new BigInteger(1, blob, header + exponent, modulus), new BigInteger(1, blob, header, exponent)));
        } catch (GeneralSecurityException e) {
            throw new StoreException("NCryptExportKey gave no good RSA public key", e);
        }
    }

    private static int at(String field) {
        return (int) Layouts.offset(Layouts.BCRYPT_RSAKEY_BLOB, field);
    }

    private static void free(long handle) {
        try {
            int _ = (int) Ncrypt.FREE_OBJECT.invokeExact(handle);
        } catch (Throwable e) {
            throw Downcall.unchecked(e);
        }
    }

    @Override
    public String getAlgorithm() {
        return "RSA";
    }

    /** None: there is nothing to encode. */
    @Override
    public String getFormat() {
        return null;
    }

    @Override
    public byte[] getEncoded() {
        return null;
    }

    @Override
    public BigInteger getModulus() {
        return publicKey.getModulus();
    }

    @Override
    public AlgorithmParameterSpec getParams() {
        return null;
    }

    @Override
    public String toString() {
        return "a key in CNG";
    }
}
