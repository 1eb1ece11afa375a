package jp.inkan.host.store.windows;

import static java.lang.foreign.ValueLayout.ADDRESS;
import static java.lang.foreign.ValueLayout.JAVA_INT;

import java.lang.foreign.MemoryLayout;
import java.lang.foreign.MemoryLayout.PathElement;
import java.lang.foreign.StructLayout;

/**
 * Structures of 64-bit Windows, named as in its headers: wincrypt.h, ncrypt.h, bcrypt.h. {@code HeadersOnWindows} holds sizes
 * and offsets against mingw-w64's copies of them.
 */
final class Layouts {
    /** wincrypt.h */
    static final StructLayout CERT_CONTEXT = MemoryLayout.structLayout(
            JAVA_INT.withName("dwCertEncodingType"), MemoryLayout.paddingLayout(4),
            ADDRESS.withName("pbCertEncoded"),
            JAVA_INT.withName("cbCertEncoded"), MemoryLayout.paddingLayout(4),
            ADDRESS.withName("pCertInfo"),
            ADDRESS.withName("hCertStore")).withName("CERT_CONTEXT");
    /** wincrypt.h */
    static final StructLayout CRYPT_KEY_PROV_INFO = MemoryLayout.structLayout(
            ADDRESS.withName("pwszContainerName"),
            ADDRESS.withName("pwszProvName"),
            JAVA_INT.withName("dwProvType"),
            JAVA_INT.withName("dwFlags"),
            JAVA_INT.withName("cProvParam"), MemoryLayout.paddingLayout(4),
            ADDRESS.withName("rgProvParam"),
            JAVA_INT.withName("dwKeySpec"), MemoryLayout.paddingLayout(4)).withName("CRYPT_KEY_PROV_INFO");
    /** wincrypt.h */
    static final StructLayout CRYPT_DATA_BLOB = MemoryLayout.structLayout(
            JAVA_INT.withName("cbData"), MemoryLayout.paddingLayout(4), ADDRESS.withName("pbData")).withName("CRYPT_DATA_BLOB");
    /** ncrypt.h */
    static final StructLayout NCryptKeyName = MemoryLayout.structLayout(
            ADDRESS.withName("pszName"),
            ADDRESS.withName("pszAlgid"),
            JAVA_INT.withName("dwLegacyKeySpec"),
            JAVA_INT.withName("dwFlags")).withName("NCryptKeyName");
    /** bcrypt.h */
    static final StructLayout BCRYPT_PKCS1_PADDING_INFO =
            MemoryLayout.structLayout(ADDRESS.withName("pszAlgId")).withName("BCRYPT_PKCS1_PADDING_INFO");
    /** bcrypt.h */
    static final StructLayout BCRYPT_PSS_PADDING_INFO = MemoryLayout.structLayout(
            ADDRESS.withName("pszAlgId"), JAVA_INT.withName("cbSalt"), MemoryLayout.paddingLayout(4))
            .withName("BCRYPT_PSS_PADDING_INFO");
    /** bcrypt.h; exponent and modulus follow it, with their highest byte first. */
    static final StructLayout BCRYPT_RSAKEY_BLOB = MemoryLayout.structLayout(
            JAVA_INT.withName("Magic"),
            JAVA_INT.withName("BitLength"),
            JAVA_INT.withName("cbPublicExp"),
            JAVA_INT.withName("cbModulus"),
            JAVA_INT.withName("cbPrime1"),
            JAVA_INT.withName("cbPrime2")).withName("BCRYPT_RSAKEY_BLOB");

    private Layouts() {}

    static long offset(StructLayout structure, String field) {
        return structure.byteOffset(PathElement.groupElement(field));
    }
}
