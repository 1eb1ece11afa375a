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
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The bank's memory on disk:
 * {@code {"users": [StoredUser], "tokens": [StoredToken], "issued": [{loginId, requestSha256, certificate}]}}.
 */
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
        return new Content(stored.users().stream().map(StoredUser::user).toList(), tokens(stored), issued);
    }

    void write(Content content) throws IOException {
        List<StoredCertificate> issued = new ArrayList<>();
        for (IssuedCertificate each : content.issued()) {
            issued.add(new StoredCertificate(each.loginId(), each.requestSha256(), der(each.certificate())));
        }
        List<StoredUser> users = content.users().stream().map(StoredUser::of).toList();
        List<StoredToken> tokens = content.tokens().entrySet().stream()
                .map(each -> new StoredToken(each.getKey(), each.getValue().drift(), each.getValue().used()))
                .toList();
        AtomicFile.write(file, JSON.writeValueAsBytes(new Stored(users, tokens, issued)));
    }

    private static Map<String, TokenMemory> tokens(Stored stored) {
        Map<String, TokenMemory> tokens = new LinkedHashMap<>();
        // Files from before the bank asked for one-time passwords have none.
        for (StoredToken each : stored.tokens() == null ? List.<StoredToken>of() : stored.tokens()) {
            tokens.put(each.loginId(), new TokenMemory(each.drift(), each.used()));
        }
        return tokens;
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

    /**
     * Users and certificates in the order in which they came.
     *
     * @param tokens by login id, of those that were ever used
     */
    record Content(List<User> users, Map<String, TokenMemory> tokens, List<IssuedCertificate> issued) {
    }

    private record Stored(List<StoredUser> users, List<StoredToken> tokens, List<StoredCertificate> issued) {
    }

    private record StoredToken(String loginId, long drift, List<Long> used) {
    }

    /** The certificate's DER is base64 in the file. */
    private record StoredCertificate(String loginId, String requestSha256, byte[] certificate) {
    }
}
