package jp.inkan.e2e.bank.tls;

import java.net.Socket;
import java.security.GeneralSecurityException;
import java.security.cert.CertificateException;
import java.security.cert.X509Certificate;
import javax.net.ssl.SSLEngine;
import javax.net.ssl.X509ExtendedTrustManager;

/**
 * Lets a client certificate into TLS if the bank's authority for customers signed it. Whether it has expired is asked
 * later, on the bank's clock: the JDK's own trust manager would ask the machine's, which tests don't move.
 */
final class ClientTrust extends X509ExtendedTrustManager {
    private final X509Certificate authority;

    ClientTrust(X509Certificate authority) {
        this.authority = authority;
    }

    @Override
    public void checkClientTrusted(X509Certificate[] chain, String authType) throws CertificateException {
        if (!chain[0].getIssuerX500Principal().equals(authority.getSubjectX500Principal())) {
            throw new CertificateException("The bank doesn't know the issuer");
        }
        try {
            chain[0].verify(authority.getPublicKey());
        } catch (GeneralSecurityException e) {
            throw new CertificateException("The issuer didn't sign this", e);
        }
    }

    @Override
    public void checkClientTrusted(X509Certificate[] chain, String authType, Socket socket)
            throws CertificateException {
        checkClientTrusted(chain, authType);
    }

    @Override
    public void checkClientTrusted(X509Certificate[] chain, String authType, SSLEngine engine)
            throws CertificateException {
        checkClientTrusted(chain, authType);
    }

    @Override
    public void checkServerTrusted(X509Certificate[] chain, String authType) throws CertificateException {
        throw new CertificateException("The bank connects to nobody");
    }

    @Override
    public void checkServerTrusted(X509Certificate[] chain, String authType, Socket socket)
            throws CertificateException {
        checkServerTrusted(chain, authType);
    }

    @Override
    public void checkServerTrusted(X509Certificate[] chain, String authType, SSLEngine engine)
            throws CertificateException {
        checkServerTrusted(chain, authType);
    }

    /** Named in the handshake, so that a browser offers the bank's certificates only. */
    @Override
    public X509Certificate[] getAcceptedIssuers() {
        return new X509Certificate[] {authority};
    }
}
