package jp.inkan.host.store.nss;

import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.security.cert.X509Certificate;
import java.security.interfaces.RSAPublicKey;
import java.util.Arrays;
import jp.inkan.host.store.StoreException;

/**
 * Keys and certificates that stand alone. The JDK's key store knows the one by the other, and writes the two one after the
 * other: a process that is killed in between, or a disk that fails, leaves one that only NSS itself still finds.
 *
 * <p>Called in a process in which the JDK has opened NSS. Constants: pkcs11t.h.
 */
final class NssKeys {
    private static final long CKO_PRIVATE_KEY = 3;
    private static final long CKA_TOKEN = 0x1;
    private static final long CKA_KEY_TYPE = 0x100;
    private static final long CKK_RSA = 0;
    private static final long CKA_ID = 0x102;
    private static final long CKA_MODULUS = 0x120;
    private static final long CK_INVALID_HANDLE = 0;
    /** PK11ObjectType of pk11pub.h. */
    private static final int PK11_TypeGeneric = 0;
    private static final int TRUE = 1;
    private static final int FALSE = 0;

    private NssKeys() {}

    /** Puts a certificate beside its key, under NSS's own id for the two. @return false if the key isn't there */
    static boolean join(X509Certificate certificate, String nickname) throws StoreException {
        return inSlot("A certificate can't be put beside its key", (arena, slot) -> {
            BigInteger modulus = ((RSAPublicKey) certificate.getPublicKey()).getModulus();
            return withKey(arena, slot, modulus, key -> {
                giveId(arena, key, modulus);
                importCertificate(arena, slot, certificate.getEncoded(), nickname);
            });
        });
    }

    /** Deletes the key of that id. @return false if there is none */
    static boolean delete(String id) throws StoreException {
        return inSlot("A key can't be deleted", (arena, slot) -> {
            MemorySegment item = NssLibrary.item(arena, id.getBytes(StandardCharsets.UTF_8));
            MemorySegment key = (MemorySegment) NssLibrary.KEY_BY_ID.invokeExact(slot, item, MemorySegment.NULL);
            if (key.equals(MemorySegment.NULL)) {
                return false;
            }
            check("PK11_DeleteTokenPrivateKey", (int) NssLibrary.DELETE_KEY.invokeExact(key, TRUE));
            return true;
        });
    }

    /** Deletes the certificate of that name, whether a key is beside it or not. @return false if there is none */
    static boolean deleteCertificate(String nickname) throws StoreException {
        return inSlot("A certificate can't be deleted", (arena, _) -> {
            MemorySegment name = arena.allocateFrom(nickname);
            return withCertificate((MemorySegment) NssLibrary.CERTIFICATE.invokeExact(name, MemorySegment.NULL), certificate ->
                    check("SEC_DeletePermCertificate", (int) NssLibrary.DELETE_CERTIFICATE.invokeExact(certificate)));
        });
    }

    /**
     * Deletes a certificate and its key, and nothing else: the JDK's key store takes the issuers' certificates with it, and what the
     * user trusts them for. NSS tells of no failure here: look whether it is gone.
     */
    static void deleteWithKey(X509Certificate certificate) throws StoreException {
        inSlot("A certificate can't be deleted with its key", (arena, _) -> {
            MemorySegment database = (MemorySegment) NssLibrary.DATABASE.invokeExact();
            MemorySegment der = NssLibrary.item(arena, certificate.getEncoded());
            return withCertificate((MemorySegment) NssLibrary.CERTIFICATE_OF.invokeExact(database, der), found -> {
                int _ = (int) NssLibrary.DELETE_WITH_KEY.invokeExact(found, MemorySegment.NULL);
            });
        });
    }

    private interface Work {
        boolean run(Arena arena, MemorySegment slot) throws Throwable;
    }

    private interface WithObject {
        void run(MemorySegment object) throws Throwable;
    }

    private static boolean inSlot(String what, Work work) throws StoreException {
        try (Arena arena = Arena.ofConfined()) {
            MemorySegment slot = (MemorySegment) NssLibrary.SLOT.invokeExact();
            try {
                return work.run(arena, slot);
            } finally {
                NssLibrary.FREE_SLOT.invokeExact(slot);
            }
        } catch (Error e) {
            throw e;
        } catch (Throwable e) {
            throw new StoreException(what, e);
        }
    }

    /** @param found to be freed afterwards, or NULL @return false if it is NULL */
    private static boolean withCertificate(MemorySegment found, WithObject work) throws Throwable {
        if (found.equals(MemorySegment.NULL)) {
            return false;
        }
        try {
            work.run(found);
        } finally {
            NssLibrary.FREE_CERTIFICATE.invokeExact(found);
        }
        return true;
    }

    private static boolean withKey(Arena arena, MemorySegment slot, BigInteger modulus, WithObject work) throws Throwable {
        MemorySegment first = firstKey(slot);
        try {
            for (MemorySegment key = first; !key.equals(MemorySegment.NULL); key = (MemorySegment) NssLibrary.NEXT.invokeExact(key)) {
                if (isStored(arena, key) && hasModulus(arena, key, modulus)) {
                    work.run(key);
                    return true;
                }
            }
            return false;
        } finally {
            if (!first.equals(MemorySegment.NULL)) {
                int _ = (int) NssLibrary.DESTROY_ALL.invokeExact(first);
            }
        }
    }

    /** NSS says the same of a database that has no keys, and of one that it can't read: but for the error. */
    private static MemorySegment firstKey(MemorySegment slot) throws Throwable {
        NssLibrary.SET_ERROR.invokeExact(0, 0);
        MemorySegment first = (MemorySegment) NssLibrary.FIND.invokeExact(slot, CKO_PRIVATE_KEY);
        if (first.equals(MemorySegment.NULL)) {
            check("PK11_FindGenericObjects", (int) NssLibrary.ERROR.invokeExact());
        }
        return first;
    }

    /** Not one that lives in this process alone. */
    private static boolean isStored(Arena arena, MemorySegment key) throws Throwable {
        return read(arena, key, CKA_TOKEN)[0] == TRUE;
    }

    private static boolean hasModulus(Arena arena, MemorySegment key, BigInteger modulus) throws Throwable {
        boolean rsa = read(arena, key, CKA_KEY_TYPE)[0] == CKK_RSA;
        return rsa && new BigInteger(1, read(arena, key, CKA_MODULUS)).equals(modulus);
    }

    /** The id that PK11_ImportDERCert gives the certificate, by which NSS finds the one from the other. */
    private static void giveId(Arena arena, MemorySegment key, BigInteger modulus) throws Throwable {
        byte[] magnitude = modulus.toByteArray();
        int leadingZero = magnitude[0] == 0 ? 1 : 0;
        MemorySegment publicPart = NssLibrary.item(arena, Arrays.copyOfRange(magnitude, leadingZero, magnitude.length));
        MemorySegment id = (MemorySegment) NssLibrary.ID_OF.invokeExact(publicPart);
        try {
            check("PK11_WriteRawAttribute", (int) NssLibrary.WRITE.invokeExact(PK11_TypeGeneric, key, CKA_ID, id));
        } finally {
            NssLibrary.FREE_ITEM.invokeExact(id, TRUE);
        }
    }

    private static void importCertificate(Arena arena, MemorySegment slot, byte[] der, String nickname) throws Throwable {
        MemorySegment name = arena.allocateFrom(nickname);
        check("PK11_ImportDERCert",
                (int) NssLibrary.IMPORT.invokeExact(slot, NssLibrary.item(arena, der), CK_INVALID_HANDLE, name, FALSE));
    }

    /** @throws StoreException also of one that can't be read now: a key that isn't known for another's may be the one */
    private static byte[] read(Arena arena, MemorySegment object, long attribute) throws Throwable {
        MemorySegment item = arena.allocate(NssLibrary.ITEM);
        check("PK11_ReadRawAttribute", (int) NssLibrary.READ.invokeExact(PK11_TypeGeneric, object, attribute, item));
        try {
            return NssLibrary.bytes(item);
        } finally {
            NssLibrary.FREE_ITEM.invokeExact(item, FALSE);
        }
    }

    private static void check(String call, int result) throws StoreException {
        if (result != 0) {
            throw new StoreException(call + " failed");
        }
    }
}
