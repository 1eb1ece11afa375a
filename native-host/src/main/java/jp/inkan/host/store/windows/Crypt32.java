package jp.inkan.host.store.windows;

import static java.lang.foreign.ValueLayout.ADDRESS;
import static java.lang.foreign.ValueLayout.JAVA_INT;
import static java.lang.foreign.ValueLayout.JAVA_LONG;

import java.lang.invoke.MethodHandle;
import jp.inkan.host.platform.windows.SystemLibrary;

/**
 * What is called of the certificate stores (wincrypt.h). Each takes a segment for GetLastError first; BOOL is an int, 0 if it
 * failed. Tested with wine 8.
 */
final class Crypt32 {
    private static final SystemLibrary LIBRARY = SystemLibrary.of("crypt32");

    /** lpszStoreProvider, dwEncodingType, hCryptProv, dwFlags, pvPara: HCERTSTORE */
    static final MethodHandle OPEN_STORE =
            LIBRARY.functionWithLastError("CertOpenStore", ADDRESS, ADDRESS, JAVA_INT, JAVA_LONG, JAVA_INT, ADDRESS);
    /** hCertStore, dwFlags */
    static final MethodHandle CLOSE_STORE = LIBRARY.functionWithLastError("CertCloseStore", JAVA_INT, ADDRESS, JAVA_INT);
    /** hCertStore, dwFlags, dwCtrlType, pvCtrlPara */
    static final MethodHandle CONTROL_STORE =
            LIBRARY.functionWithLastError("CertControlStore", JAVA_INT, ADDRESS, JAVA_INT, JAVA_INT, ADDRESS);
    /** dwCertEncodingType, pbCertEncoded, cbCertEncoded: PCCERT_CONTEXT */
    static final MethodHandle CREATE_CONTEXT =
            LIBRARY.functionWithLastError("CertCreateCertificateContext", ADDRESS, JAVA_INT, ADDRESS, JAVA_INT);
    /** pCertContext */
    static final MethodHandle FREE_CONTEXT = LIBRARY.functionWithLastError("CertFreeCertificateContext", JAVA_INT, ADDRESS);
    /** pCertContext: another of it */
    static final MethodHandle DUPLICATE_CONTEXT =
            LIBRARY.functionWithLastError("CertDuplicateCertificateContext", ADDRESS, ADDRESS);
    /** hCertStore, pPrevCertContext, which is freed: the next, or NULL */
    static final MethodHandle ENUM_CERTIFICATES =
            LIBRARY.functionWithLastError("CertEnumCertificatesInStore", ADDRESS, ADDRESS, ADDRESS);
    /** pCertContext, dwPropId, dwFlags, pvData */
    static final MethodHandle SET_PROPERTY = LIBRARY.functionWithLastError(
            "CertSetCertificateContextProperty", JAVA_INT, ADDRESS, JAVA_INT, JAVA_INT, ADDRESS);
    /** pCertContext, dwPropId, pvData, pcbData */
    static final MethodHandle GET_PROPERTY = LIBRARY.functionWithLastError(
            "CertGetCertificateContextProperty", JAVA_INT, ADDRESS, JAVA_INT, ADDRESS, ADDRESS);
    /** hCertStore, pCertContext, dwAddDisposition, ppStoreContext */
    static final MethodHandle ADD_CONTEXT = LIBRARY.functionWithLastError(
            "CertAddCertificateContextToStore", JAVA_INT, ADDRESS, ADDRESS, JAVA_INT, ADDRESS);
    /** pCertContext, which is freed */
    static final MethodHandle DELETE_CERTIFICATE =
            LIBRARY.functionWithLastError("CertDeleteCertificateFromStore", JAVA_INT, ADDRESS);

    private Crypt32() {}
}
