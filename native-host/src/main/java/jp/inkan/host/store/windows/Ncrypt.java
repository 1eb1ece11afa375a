package jp.inkan.host.store.windows;

import static java.lang.foreign.ValueLayout.ADDRESS;
import static java.lang.foreign.ValueLayout.JAVA_INT;
import static java.lang.foreign.ValueLayout.JAVA_LONG;

import java.lang.invoke.MethodHandle;
import jp.inkan.host.platform.windows.SystemLibrary;

/**
 * What is called of CNG's key storage (ncrypt.h). Handles are ULONG_PTR; the result is a SECURITY_STATUS, 0 if it went well. Tested
 * with wine 8, persistent keys with wine 8 and the stand-in.
 */
final class Ncrypt {
    private static final SystemLibrary LIBRARY = SystemLibrary.of("ncrypt");

    /** phProvider, pszProviderName, dwFlags */
    static final MethodHandle OPEN_PROVIDER = function("NCryptOpenStorageProvider", "AAI");
    /** hProvider, phKey, pszAlgId, pszKeyName, dwLegacyKeySpec, dwFlags */
    static final MethodHandle CREATE_KEY = function("NCryptCreatePersistedKey", "HAAAII");
    /** hObject, pszProperty, pbInput, cbInput, dwFlags */
    static final MethodHandle SET_PROPERTY = function("NCryptSetProperty", "HAAII");
    /** hKey, dwFlags */
    static final MethodHandle FINALIZE_KEY = function("NCryptFinalizeKey", "HI");
    /** hProvider, phKey, pszKeyName, dwLegacyKeySpec, dwFlags */
    static final MethodHandle OPEN_KEY = function("NCryptOpenKey", "HAAII");
    /** hProvider, pszScope, ppKeyName, ppEnumState, dwFlags */
    static final MethodHandle ENUM_KEYS = function("NCryptEnumKeys", "HAAAI");
    /** hKey, hExportKey, pszBlobType, pParameterList, pbOutput, cbOutput, pcbResult, dwFlags */
    static final MethodHandle EXPORT_KEY = function("NCryptExportKey", "HHAAAIAI");
    /** hKey, pPaddingInfo, pbHashValue, cbHashValue, pbSignature, cbSignature, pcbResult, dwFlags */
    static final MethodHandle SIGN_HASH = function("NCryptSignHash", "HAAIAIAI");
    /** hKey, dwFlags; the handle is gone, too */
    static final MethodHandle DELETE_KEY = function("NCryptDeleteKey", "HI");
    /** hObject */
    static final MethodHandle FREE_OBJECT = function("NCryptFreeObject", "H");
    /** pvInput */
    static final MethodHandle FREE_BUFFER = function("NCryptFreeBuffer", "A");

    private Ncrypt() {}

    /** @param parameters A: pointer, H: handle, I: DWORD */
    private static MethodHandle function(String name, String parameters) {
        return LIBRARY.function(name, JAVA_INT, parameters.chars().mapToObj(kind -> switch (kind) {
            case 'A' -> ADDRESS;
            case 'H' -> JAVA_LONG;
            case 'I' -> JAVA_INT;
            default -> throw new IllegalArgumentException(parameters);
        }).toArray(java.lang.foreign.MemoryLayout[]::new));
    }
}
