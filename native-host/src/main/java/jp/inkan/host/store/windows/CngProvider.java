package jp.inkan.host.store.windows;

import java.security.Provider;

/**
 * Signatures with keys in CNG: what PKCS#10 (SHA256withRSA), TLS 1.2 (SHA…withRSA, RSASSA-PSS) and TLS 1.3 (RSASSA-PSS, RFC 8446
 * section 4.2.3) ask for.
 */
final class CngProvider extends Provider {
    static final String NAME = "InkanCng";
    private static final long serialVersionUID = 1L;

    CngProvider() {
        super(NAME, "1", "Signatures with the keys of Windows' CNG");
        for (String digest : new String[] {"SHA256", "SHA384", "SHA512"}) {
            putService(new Signing(this, digest + "withRSA", digest));
        }
        putService(new Signing(this, "RSASSA-PSS", null));
    }

    private static final class Signing extends Service {
        private final String digest;

        /** @param digest null where the parameters say which: PSS */
        Signing(Provider provider, String algorithm, String digest) {
            super(provider, "Signature", algorithm, CngSignature.class.getName(), null, null);
            this.digest = digest;
        }

        @Override
        public Object newInstance(Object parameter) {
            return digest == null ? CngSignature.pss() : CngSignature.pkcs1(digest);
        }

        @Override
        public boolean supportsParameter(Object key) {
            return key instanceof CngKey;
        }
    }
}
