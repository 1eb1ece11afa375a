package jp.inkan.host.bank;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.security.PublicKey;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.util.Arrays;
import java.util.Base64;
import org.bouncycastle.cert.X509CertificateHolder;
import org.bouncycastle.cms.CMSException;
import org.bouncycastle.cms.CMSSignedData;

/** The answer to an enrolment: base64 of a certs-only CMS (RFC 7030 section 4.2.3, RFC 5652 section 5). */
final class EstAnswer {
    private EstAnswer() {}

    /** @throws BankException.Protocol if it isn't one
     * @throws BankException.NotOurKey if none of its certificates is for our key */
    static X509Certificate certificateFor(PublicKey ours, Answer answer) throws BankException {
        if (!answer.mediaType().equals("application/pkcs7-mime")) {
            throw new BankException.Protocol("The enrolment's answer isn't application/pkcs7-mime");
        }
        try {
            var cms = new CMSSignedData(Base64.getMimeDecoder().decode(answer.body()));
            for (X509CertificateHolder holder : cms.getCertificates().getMatches(null)) {
                // Only ours is parsed: whatever comes with it may be as odd as it likes.
                if (Arrays.equals(holder.getSubjectPublicKeyInfo().getEncoded(), ours.getEncoded())) {
                    return parse(holder.getEncoded());
                }
            }
        } catch (CMSException | IOException | CertificateException | RuntimeException e) {
            // BouncyCastle reports some broken encodings with unchecked exceptions of several kinds.
            throw new BankException.Protocol("The enrolment's answer can't be read: " + e.getClass().getSimpleName());
        }
        throw new BankException.NotOurKey();
    }

    private static X509Certificate parse(byte[] der) throws CertificateException {
        return (X509Certificate) CertificateFactory.getInstance("X.509").generateCertificate(new ByteArrayInputStream(der));
    }
}
