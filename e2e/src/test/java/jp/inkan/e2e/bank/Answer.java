package jp.inkan.e2e.bank;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.util.Base64;
import java.util.Collection;
import okhttp3.Headers;
import org.bouncycastle.cert.X509CertificateHolder;
import org.bouncycastle.cms.CMSException;
import org.bouncycastle.cms.CMSSignedData;

/** What came back. */
record Answer(int status, Headers headers, byte[] body) {
    String text() {
        return new String(body, StandardCharsets.UTF_8);
    }

    String header(String name) {
        return headers.get(name);
    }

    JsonNode json() throws IOException {
        return JsonMapper.builder().build().readTree(body);
    }

    /** Everything in a certs-only CMS in base64, which must be one certificate. */
    X509Certificate certificate() {
        try {
            byte[] cms = Base64.getMimeDecoder().decode(body);
            Collection<X509CertificateHolder> all = new CMSSignedData(cms).getCertificates().getMatches(null);
            if (all.size() != 1) {
                throw new AssertionError(all.size() + " certificates");
            }
            return (X509Certificate) CertificateFactory.getInstance("X.509").generateCertificate(
                    new ByteArrayInputStream(all.iterator().next().getEncoded()));
        } catch (CMSException | CertificateException | IOException e) {
            throw new AssertionError(e);
        }
    }

    /** Without the body, which could be long or hold a token. */
    @Override
    public String toString() {
        return "Answer[" + status + "]";
    }
}
