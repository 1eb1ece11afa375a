package jp.inkan.host.store.nss;

import static java.lang.foreign.ValueLayout.ADDRESS;
import static java.lang.foreign.ValueLayout.JAVA_BYTE;
import static java.lang.foreign.ValueLayout.JAVA_INT;
import static java.lang.foreign.ValueLayout.JAVA_LONG;

import java.lang.foreign.Arena;
import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.foreign.MemoryLayout;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.SymbolLookup;
import java.lang.invoke.MethodHandle;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.security.cert.X509Certificate;
import java.security.interfaces.RSAPublicKey;
import java.util.Arrays;
import java.util.Optional;
import jp.inkan.host.store.StoreException;

/**
 * Keys and certificates that stand alone. The JDK's key store knows the one by the other, and writes the two one after the
 * other: a process that is killed in between, or a disk that fails, leaves one that only NSS itself still finds.
 *
 * <p>Called in a process in which the JDK has opened NSS. pk11pub.h: PK11_GetInternalKeySlot, PK11_FreeSlot,
 * PK11_FindGenericObjects, PK11_GetNextGenericObject, PK11_DestroyGenericObjects, PK11_ReadRawAttribute, PK11_WriteRawAttribute,
 * PK11_MakeIDFromPubKey, PK11_FindKeyByKeyID, PK11_DeleteTokenPrivateKey, PK11_ImportDERCert,
 * PK11_FindCertFromNickname; cert.h: SEC_DeletePermCertificate, CERT_DestroyCertificate; secitem.h: SECITEM_FreeItem_Util.
 * Constants: pkcs11t.h.
 */
final class NssKeys {
    private static final long CKO_PRIVATE_KEY = 3;
    private static final long CKA_TOKEN = 0x1;
    private static final long CKA_ID = 0x102;
    private static final long CKA_MODULUS = 0x120;
    private static final long CK_INVALID_HANDLE = 0;
    /** PK11ObjectType of pk11pub.h. */
    private static final int PK11_TypeGeneric = 0;
    private static final int TRUE = 1;
    private static final int FALSE = 0;

    /** SECItem of seccomon.h: type, data, len. */
    private static final MemoryLayout ITEM = MemoryLayout.structLayout(
            JAVA_INT.withName("type"), MemoryLayout.paddingLayout(4), ADDRESS.withName("data"),
            JAVA_INT.withName("len"), MemoryLayout.paddingLayout(4));
    private static final long DATA = ITEM.byteOffset(MemoryLayout.PathElement.groupElement("data"));
    private static final long LENGTH = ITEM.byteOffset(MemoryLayout.PathElement.groupElement("len"));

    private static final Linker LINKER = Linker.nativeLinker();
    private static final SymbolLookup NSS = SymbolLookup.libraryLookup("libnss3.so", Arena.global());
    private static final SymbolLookup UTIL = SymbolLookup.libraryLookup("libnssutil3.so", Arena.global());

    private static final MethodHandle SLOT = function(NSS, "PK11_GetInternalKeySlot", FunctionDescriptor.of(ADDRESS));
    private static final MethodHandle FREE_SLOT = function(NSS, "PK11_FreeSlot", FunctionDescriptor.ofVoid(ADDRESS));
    private static final MethodHandle FIND =
            function(NSS, "PK11_FindGenericObjects", FunctionDescriptor.of(ADDRESS, ADDRESS, JAVA_LONG));
    private static final MethodHandle NEXT = function(NSS, "PK11_GetNextGenericObject", FunctionDescriptor.of(ADDRESS, ADDRESS));
    private static final MethodHandle DESTROY_ALL =
            function(NSS, "PK11_DestroyGenericObjects", FunctionDescriptor.of(JAVA_INT, ADDRESS));
    private static final MethodHandle READ = function(
            NSS, "PK11_ReadRawAttribute", FunctionDescriptor.of(JAVA_INT, JAVA_INT, ADDRESS, JAVA_LONG, ADDRESS));
    private static final MethodHandle WRITE = function(
            NSS, "PK11_WriteRawAttribute", FunctionDescriptor.of(JAVA_INT, JAVA_INT, ADDRESS, JAVA_LONG, ADDRESS));
    private static final MethodHandle ID_OF = function(NSS, "PK11_MakeIDFromPubKey", FunctionDescriptor.of(ADDRESS, ADDRESS));
    private static final MethodHandle KEY_BY_ID =
            function(NSS, "PK11_FindKeyByKeyID", FunctionDescriptor.of(ADDRESS, ADDRESS, ADDRESS, ADDRESS));
    private static final MethodHandle DELETE_KEY =
            function(NSS, "PK11_DeleteTokenPrivateKey", FunctionDescriptor.of(JAVA_INT, ADDRESS, JAVA_INT));
    private static final MethodHandle IMPORT = function(
            NSS, "PK11_ImportDERCert", FunctionDescriptor.of(JAVA_INT, ADDRESS, ADDRESS, JAVA_LONG, ADDRESS, JAVA_INT));
    private static final MethodHandle CERTIFICATE =
            function(NSS, "PK11_FindCertFromNickname", FunctionDescriptor.of(ADDRESS, ADDRESS, ADDRESS));
    private static final MethodHandle DELETE_CERTIFICATE =
            function(NSS, "SEC_DeletePermCertificate", FunctionDescriptor.of(JAVA_INT, ADDRESS));
    private static final MethodHandle FREE_CERTIFICATE =
            function(NSS, "CERT_DestroyCertificate", FunctionDescriptor.ofVoid(ADDRESS));
    private static final MethodHandle FREE_ITEM =
            function(UTIL, "SECITEM_FreeItem_Util", FunctionDescriptor.ofVoid(ADDRESS, JAVA_INT));

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
            MemorySegment item = item(arena, id.getBytes(StandardCharsets.UTF_8));
            MemorySegment key = (MemorySegment) KEY_BY_ID.invokeExact(slot, item, MemorySegment.NULL);
            if (key.equals(MemorySegment.NULL)) {
                return false;
            }
            check("PK11_DeleteTokenPrivateKey", (int) DELETE_KEY.invokeExact(key, TRUE));
            return true;
        });
    }

    /** Deletes the certificate of that name, whether a key is beside it or not. @return false if there is none */
    static boolean deleteCertificate(String nickname) throws StoreException {
        return inSlot("A certificate can't be deleted", (arena, _) -> {
            MemorySegment name = arena.allocateFrom(nickname);
            MemorySegment certificate = (MemorySegment) CERTIFICATE.invokeExact(name, MemorySegment.NULL);
            if (certificate.equals(MemorySegment.NULL)) {
                return false;
            }
            try {
                check("SEC_DeletePermCertificate", (int) DELETE_CERTIFICATE.invokeExact(certificate));
            } finally {
                FREE_CERTIFICATE.invokeExact(certificate);
            }
            return true;
        });
    }

    private interface Work {
        boolean run(Arena arena, MemorySegment slot) throws Throwable;
    }

    private interface WithKey {
        void run(MemorySegment key) throws Throwable;
    }

    private static boolean inSlot(String what, Work work) throws StoreException {
        try (Arena arena = Arena.ofConfined()) {
            MemorySegment slot = (MemorySegment) SLOT.invokeExact();
            try {
                return work.run(arena, slot);
            } finally {
                FREE_SLOT.invokeExact(slot);
            }
        } catch (Error e) {
            throw e;
        } catch (Throwable e) {
            throw new StoreException(what, e);
        }
    }

    private static boolean withKey(Arena arena, MemorySegment slot, BigInteger modulus, WithKey work) throws Throwable {
        MemorySegment first = (MemorySegment) FIND.invokeExact(slot, CKO_PRIVATE_KEY);
        try {
            for (MemorySegment key = first; !key.equals(MemorySegment.NULL); key = (MemorySegment) NEXT.invokeExact(key)) {
                if (isStored(arena, key) && hasModulus(arena, key, modulus)) {
                    work.run(key);
                    return true;
                }
            }
            return false;
        } finally {
            if (!first.equals(MemorySegment.NULL)) {
                int _ = (int) DESTROY_ALL.invokeExact(first);
            }
        }
    }

    /** Not one that lives in this process alone. */
    private static boolean isStored(Arena arena, MemorySegment key) throws Throwable {
        return read(arena, key, CKA_TOKEN).filter(bytes -> bytes[0] == TRUE).isPresent();
    }

    private static boolean hasModulus(Arena arena, MemorySegment key, BigInteger modulus) throws Throwable {
        return read(arena, key, CKA_MODULUS).filter(bytes -> new BigInteger(1, bytes).equals(modulus)).isPresent();
    }

    /** The id that PK11_ImportDERCert gives the certificate, by which NSS finds the one from the other. */
    private static void giveId(Arena arena, MemorySegment key, BigInteger modulus) throws Throwable {
        byte[] magnitude = modulus.toByteArray();
        int leadingZero = magnitude[0] == 0 ? 1 : 0;
        MemorySegment publicPart = item(arena, Arrays.copyOfRange(magnitude, leadingZero, magnitude.length));
        MemorySegment id = (MemorySegment) ID_OF.invokeExact(publicPart);
        try {
            check("PK11_WriteRawAttribute", (int) WRITE.invokeExact(PK11_TypeGeneric, key, CKA_ID, id));
        } finally {
            FREE_ITEM.invokeExact(id, TRUE);
        }
    }

    private static void importCertificate(Arena arena, MemorySegment slot, byte[] der, String nickname) throws Throwable {
        MemorySegment name = arena.allocateFrom(nickname);
        check("PK11_ImportDERCert",
                (int) IMPORT.invokeExact(slot, item(arena, der), CK_INVALID_HANDLE, name, FALSE));
    }

    private static Optional<byte[]> read(Arena arena, MemorySegment object, long attribute) throws Throwable {
        MemorySegment item = arena.allocate(ITEM);
        if ((int) READ.invokeExact(PK11_TypeGeneric, object, attribute, item) != 0) {
            return Optional.empty();
        }
        try {
            int length = item.get(JAVA_INT, LENGTH);
            return Optional.of(item.get(ADDRESS, DATA).reinterpret(length).toArray(JAVA_BYTE));
        } finally {
            FREE_ITEM.invokeExact(item, FALSE);
        }
    }

    private static MemorySegment item(Arena arena, byte[] bytes) {
        MemorySegment item = arena.allocate(ITEM);
        item.set(ADDRESS, DATA, arena.allocateFrom(JAVA_BYTE, bytes));
        item.set(JAVA_INT, LENGTH, bytes.length);
        return item;
    }

    private static MethodHandle function(SymbolLookup library, String name, FunctionDescriptor descriptor) {
        return LINKER.downcallHandle(library.findOrThrow(name), descriptor);
    }

    private static void check(String call, int result) throws StoreException {
        if (result != 0) {
            throw new StoreException(call + " failed");
        }
    }
}
