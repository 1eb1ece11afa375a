package jp.inkan.e2e.bank.state;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.cert.CertificateEncodingException;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.List;

/** Users and issued certificates on disk: {@code {"users": [User], "issued": [{loginId, requestSha256, certificate}]}}. */
final class RegisterFile {
    private static final ObjectMapper JSON = new ObjectMapper().enable(SerializationFeature.INDENT_OUTPUT);

    private final Path file;

    RegisterFile(Path file) {
        this.file = file;
    }

    boolean exists() {
        return Files.exists(file);
    }

    Content read() throws IOException {
        Stored stored = JSON.readValue(Files.readAllBytes(file), Stored.class);
        List<IssuedCertificate> issued = new ArrayList<>();
        for (StoredCertificate each : stored.issued()) {
            issued.add(new IssuedCertificate(each.loginId(), each.requestSha256(), parsed(each.certificate())));
        }
        return new Content(stored.users(), issued);
    }

    void write(Content content) throws IOException {
        List<StoredCertificate> issued = new ArrayList<>();
        for (IssuedCertificate each : content.issued()) {
            issued.add(new StoredCertificate(each.loginId(), each.requestSha256(), der(each.certificate())));
        }
        AtomicFile.write(file, JSON.writeValueAsBytes(new Stored(content.users(), issued)));
    }

    private static X509Certificate parsed(byte[] der) throws IOException {
        try {
            return (X509Certificate) CertificateFactory.getInstance("X.509")
                    .generateCertificate(new ByteArrayInputStream(der));
        } catch (CertificateException e) {
            throw new IOException("A stored certificate can't be read", e);
        }
    }

    private static byte[] der(X509Certificate certificate) throws IOException {
        try {
            return certificate.getEncoded();
        } catch (CertificateEncodingException e) {
            throw new IOException(e);
        }
    }

    /** In the order in which they came. */
    record Content(List<User> users, List<IssuedCertificate> issued) {
    }

    private record Stored(List<User> users, List<StoredCertificate> issued) {
    }

    /** The certificate's DER is base64 in the file. */
    private record StoredCertificate(String loginId, String requestSha256, byte[] certificate) {
    }
}
