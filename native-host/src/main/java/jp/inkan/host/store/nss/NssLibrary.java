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

/**
 * What {@link NssKeys} calls of libnspr4, libnss3 and libnssutil3. prerror.h: PR_GetError, PR_SetError; pk11pub.h:
 * PK11_GetInternalKeySlot, PK11_FreeSlot, PK11_FindGenericObjects, PK11_GetNextGenericObject, PK11_DestroyGenericObjects,
 * PK11_ReadRawAttribute, PK11_WriteRawAttribute, PK11_MakeIDFromPubKey, PK11_FindKeyByKeyID, PK11_DeleteTokenPrivateKey,
 * PK11_ImportDERCert, PK11_FindCertFromNickname, PK11_DeleteTokenCertAndKey; cert.h: CERT_GetDefaultCertDB, CERT_FindCertByDERCert,
 * SEC_DeletePermCertificate, CERT_DestroyCertificate; secitem.h: SECITEM_FreeItem_Util.
 */
final class NssLibrary {
    /** SECItem of seccomon.h: type, data, len. */
    static final MemoryLayout ITEM = MemoryLayout.structLayout(
            JAVA_INT.withName("type"), MemoryLayout.paddingLayout(4), ADDRESS.withName("data"),
            JAVA_INT.withName("len"), MemoryLayout.paddingLayout(4));
    private static final long DATA = ITEM.byteOffset(MemoryLayout.PathElement.groupElement("data"));
    private static final long LENGTH = ITEM.byteOffset(MemoryLayout.PathElement.groupElement("len"));

    private static final Linker LINKER = Linker.nativeLinker();
    private static final SymbolLookup NSS = SymbolLookup.libraryLookup("libnss3.so", Arena.global());
    private static final SymbolLookup UTIL = SymbolLookup.libraryLookup("libnssutil3.so", Arena.global());
    private static final SymbolLookup NSPR = SymbolLookup.libraryLookup("libnspr4.so", Arena.global());

    static final MethodHandle ERROR = function(NSPR, "PR_GetError", FunctionDescriptor.of(JAVA_INT));
    static final MethodHandle SET_ERROR = function(NSPR, "PR_SetError", FunctionDescriptor.ofVoid(JAVA_INT, JAVA_INT));
    static final MethodHandle SLOT = function(NSS, "PK11_GetInternalKeySlot", FunctionDescriptor.of(ADDRESS));
    static final MethodHandle FREE_SLOT = function(NSS, "PK11_FreeSlot", FunctionDescriptor.ofVoid(ADDRESS));
    static final MethodHandle FIND =
            function(NSS, "PK11_FindGenericObjects", FunctionDescriptor.of(ADDRESS, ADDRESS, JAVA_LONG));
    static final MethodHandle NEXT = function(NSS, "PK11_GetNextGenericObject", FunctionDescriptor.of(ADDRESS, ADDRESS));
    static final MethodHandle DESTROY_ALL =
            function(NSS, "PK11_DestroyGenericObjects", FunctionDescriptor.of(JAVA_INT, ADDRESS));
    static final MethodHandle READ = function(
            NSS, "PK11_ReadRawAttribute", FunctionDescriptor.of(JAVA_INT, JAVA_INT, ADDRESS, JAVA_LONG, ADDRESS));
    static final MethodHandle WRITE = function(
            NSS, "PK11_WriteRawAttribute", FunctionDescriptor.of(JAVA_INT, JAVA_INT, ADDRESS, JAVA_LONG, ADDRESS));
    static final MethodHandle ID_OF = function(NSS, "PK11_MakeIDFromPubKey", FunctionDescriptor.of(ADDRESS, ADDRESS));
    static final MethodHandle KEY_BY_ID =
            function(NSS, "PK11_FindKeyByKeyID", FunctionDescriptor.of(ADDRESS, ADDRESS, ADDRESS, ADDRESS));
    static final MethodHandle DELETE_KEY =
            function(NSS, "PK11_DeleteTokenPrivateKey", FunctionDescriptor.of(JAVA_INT, ADDRESS, JAVA_INT));
    static final MethodHandle IMPORT = function(
            NSS, "PK11_ImportDERCert", FunctionDescriptor.of(JAVA_INT, ADDRESS, ADDRESS, JAVA_LONG, ADDRESS, JAVA_INT));
    static final MethodHandle CERTIFICATE =
            function(NSS, "PK11_FindCertFromNickname", FunctionDescriptor.of(ADDRESS, ADDRESS, ADDRESS));
    static final MethodHandle DELETE_CERTIFICATE =
            function(NSS, "SEC_DeletePermCertificate", FunctionDescriptor.of(JAVA_INT, ADDRESS));
    static final MethodHandle DATABASE = function(NSS, "CERT_GetDefaultCertDB", FunctionDescriptor.of(ADDRESS));
    static final MethodHandle CERTIFICATE_OF =
            function(NSS, "CERT_FindCertByDERCert", FunctionDescriptor.of(ADDRESS, ADDRESS, ADDRESS));
    static final MethodHandle DELETE_WITH_KEY =
            function(NSS, "PK11_DeleteTokenCertAndKey", FunctionDescriptor.of(JAVA_INT, ADDRESS, ADDRESS));
    static final MethodHandle FREE_CERTIFICATE =
            function(NSS, "CERT_DestroyCertificate", FunctionDescriptor.ofVoid(ADDRESS));
    static final MethodHandle FREE_ITEM =
            function(UTIL, "SECITEM_FreeItem_Util", FunctionDescriptor.ofVoid(ADDRESS, JAVA_INT));

    private NssLibrary() {}

    /** A SECItem with these bytes. */
    static MemorySegment item(Arena arena, byte[] bytes) {
        MemorySegment item = arena.allocate(ITEM);
        item.set(ADDRESS, DATA, arena.allocateFrom(JAVA_BYTE, bytes));
        item.set(JAVA_INT, LENGTH, bytes.length);
        return item;
    }

    /** The bytes of a SECItem. */
    static byte[] bytes(MemorySegment item) {
        return item.get(ADDRESS, DATA).reinterpret(item.get(JAVA_INT, LENGTH)).toArray(JAVA_BYTE);
    }

    private static MethodHandle function(SymbolLookup library, String name, FunctionDescriptor descriptor) {
        return LINKER.downcallHandle(library.findOrThrow(name), descriptor);
    }
}
