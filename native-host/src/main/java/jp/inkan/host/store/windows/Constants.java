package jp.inkan.host.store.windows;

/** Numbers of ncrypt.h, bcrypt.h and wincrypt.h, named as there. {@code HeadersOnWindows} holds them against the headers. */
final class Constants {
    static final int NCRYPT_SILENT_FLAG = 0x40;
    static final int NCRYPT_PERSIST_FLAG = 0x80000000;
    static final int NCRYPT_ALLOW_SIGNING_FLAG = 0x2;
    static final int BCRYPT_PAD_PKCS1 = 0x2;
    static final int BCRYPT_PAD_PSS = 0x8;
    static final int BCRYPT_RSAPUBLIC_MAGIC = 0x31415352;

    static final int X509_ASN_ENCODING = 0x1;
    static final int CERT_STORE_PROV_SYSTEM_W = 10;
    static final int CERT_SYSTEM_STORE_CURRENT_USER = 0x10000;
    static final int CERT_STORE_ADD_REPLACE_EXISTING = 3;
    static final int CERT_STORE_CTRL_COMMIT = 3;
    static final int CERT_STORE_CTRL_COMMIT_FORCE_FLAG = 0x1;
    static final int CERT_KEY_PROV_INFO_PROP_ID = 2;
    static final int CERT_FRIENDLY_NAME_PROP_ID = 11;

    private Constants() {}
}
