package jp.inkan.host.store;

import java.security.AlgorithmParameters;
import java.security.InvalidKeyException;
import java.security.InvalidParameterException;
import java.security.PublicKey;
import java.security.SignatureException;
import java.security.SignatureSpi;

/** A signature with a key of a store's: it signs, and leaves it to the JDK to verify. Parameters are given as objects alone. */
public abstract class SigningSpi extends SignatureSpi {
    @Override
    protected final void engineInitVerify(PublicKey publicKey) throws InvalidKeyException {
        throw new InvalidKeyException("This one signs only");
    }

    @Override
    protected final boolean engineVerify(byte[] bytes) throws SignatureException {
        throw new SignatureException("This one signs only");
    }

    @Override
    protected final AlgorithmParameters engineGetParameters() {
        return null;
    }

    @Override
    @Deprecated
    protected final void engineSetParameter(String name, Object value) {
        throw new InvalidParameterException("Not by name");
    }

    @Override
    @Deprecated
    protected final Object engineGetParameter(String name) {
        throw new InvalidParameterException("Not by name");
    }
}
