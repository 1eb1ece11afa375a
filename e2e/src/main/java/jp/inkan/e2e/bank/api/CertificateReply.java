package jp.inkan.e2e.bank.api;

import java.security.cert.X509Certificate;
import jp.inkan.e2e.bank.http.Reply;
import jp.inkan.e2e.bank.pki.CertsOnly;

/** A certificate as EST hands it out (RFC 7030 sections 4.1.3 and 4.2.3). */
final class CertificateReply {
    private CertificateReply() {
    }

    static Reply.Response of(X509Certificate certificate) {
        return Reply.of(200, "application/pkcs7-mime; smime-type=certs-only", CertsOnly.encode(certificate))
                .with("Content-Transfer-Encoding", "base64");
    }
}
