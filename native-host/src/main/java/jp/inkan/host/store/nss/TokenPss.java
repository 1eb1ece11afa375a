package jp.inkan.host.store.nss;

import java.security.InvalidAlgorithmParameterException;
import java.security.InvalidKeyException;
import java.security.NoSuchAlgorithmException;
import java.security.PrivateKey;
import java.security.Provider;
import java.security.Signature;
import java.security.SignatureException;
import java.security.spec.AlgorithmParameterSpec;
import java.security.spec.MGF1ParameterSpec;
import java.security.spec.PSSParameterSpec;
import jp.inkan.host.store.SigningSpi;

/**
 * RSASSA-PSS with the NSS database's keys, which TLS 1.3 signs with (RFC 8446 section 4.2.3). NSS's key slot has no bare
 * digests, so that the JDK's own RSASSA-PSS fails there; its {@code SHA256withRSASSA-PSS} and the like, whose parameters are
 * just the ones of TLS 1.3, do not.
 */
final class TokenPss extends Provider {
    private static final long serialVersionUID = 1L;
    /** The JDK has no public type for a key of its PKCS#11 provider. */
    private static final String TOKEN_KEY = "sun.security.pkcs11.";

    TokenPss(Provider token) {
        super("InkanTokenPss", "1", "RSASSA-PSS with keys of the NSS database");
        putService(new Service(this, "Signature", "RSASSA-PSS", Signer.class.getName(), null, null) {
            @Override
            public Object newInstance(Object parameter) {
                return new Signer(token);
            }

            @Override
            public boolean supportsParameter(Object key) {
                return isTokenKey(key);
            }
        });
    }

    private static boolean isTokenKey(Object key) {
        return key instanceof PrivateKey && key.getClass().getName().startsWith(TOKEN_KEY);
    }

    /** Key and parameters may come in either order. */
    private static final class Signer extends SigningSpi {
        private final Provider token;
        private PrivateKey key;
        private String algorithm;
        private Signature signature;

        Signer(Provider token) {
            this.token = token;
        }

        @Override
        protected void engineInitSign(PrivateKey privateKey) throws InvalidKeyException {
            if (!isTokenKey(privateKey)) {
                throw new InvalidKeyException("Not a key of the database");
            }
            key = privateKey;
            begin();
        }

        @Override
        protected void engineSetParameter(AlgorithmParameterSpec parameters) throws InvalidAlgorithmParameterException {
            if (!(parameters instanceof PSSParameterSpec pss) || !isOfTls(pss)) {
                throw new InvalidAlgorithmParameterException("Only the parameters of TLS 1.3");
            }
            algorithm = pss.getDigestAlgorithm().replace("-", "") + "withRSASSA-PSS";
            try {
                begin();
            } catch (InvalidKeyException e) {
                throw new InvalidAlgorithmParameterException(e);
            }
        }

        /** Salt as long as the digest, and the same digest in the mask. */
        private static boolean isOfTls(PSSParameterSpec pss) {
            return pss.getMGFParameters() instanceof MGF1ParameterSpec mask
                    && mask.getDigestAlgorithm().equals(pss.getDigestAlgorithm())
                    && pss.getDigestAlgorithm().startsWith("SHA-")
                    && pss.getSaltLength() * 8 == Integer.parseInt(pss.getDigestAlgorithm().substring("SHA-".length()));
        }

        private void begin() throws InvalidKeyException {
            if (key == null || algorithm == null) {
                return;
            }
            try {
                signature = Signature.getInstance(algorithm, token);
                signature.initSign(key);
            } catch (NoSuchAlgorithmException e) {
                throw new InvalidKeyException(e);
            }
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
            return begun().sign();
        }

        private Signature begun() throws SignatureException {
            if (signature == null) {
                throw new SignatureException("Key or parameters are missing");
            }
            return signature;
        }
    }
}
