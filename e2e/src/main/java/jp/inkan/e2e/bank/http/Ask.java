package jp.inkan.e2e.bank.http;

import java.net.URLDecoder;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.security.cert.X509Certificate;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * A request, read whole.
 *
 * @param method      GET, POST, …; HEAD has become GET
 * @param path        without the query; what isn't ASCII, or has a meaning in an address, is still encoded in it
 * @param headers     the first value of each, by lower-case name
 * @param body        no more than {@link #MAX_BODY} bytes of it, {@link #MAX_FORM} of a form with files
 * @param tooLarge    whether there was more
 * @param certificate the one with which the client opened the TLS connection
 */
public record Ask(String method, String path, Map<String, String> headers, byte[] body, boolean tooLarge,
                  Optional<X509Certificate> certificate) {
    /** Bytes. */
    public static final int MAX_BODY = 64 * 1024;
    /** Bytes of a body of the type {@link #FORM_WITH_FILES}: enough for a picture of a screen. */
    public static final int MAX_FORM = 5 * 1024 * 1024;
    /** Of RFC 7578. */
    public static final String FORM_WITH_FILES = "multipart/form-data";

    /** The first value of a header. */
    public Optional<String> header(String name) {
        return Optional.ofNullable(headers.get(name.toLowerCase(Locale.ROOT)));
    }

    /** Whether Content-Type is this type, whatever its parameters. */
    public boolean hasType(String mediaType) {
        return header("Content-Type").map(value -> isOfType(value, mediaType)).orElse(false);
    }

    /** @param contentType value of that header */
    static boolean isOfType(String contentType, String mediaType) {
        return contentType.split(";", 2)[0].strip().equalsIgnoreCase(mediaType);
    }

    /** The body as text; no replacement characters for bytes that aren't UTF-8. */
    public String text() throws CharacterCodingException {
        return StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(body)).toString();
    }

    /** One segment of the path, from 0, decoded. */
    public String segment(int index) {
        String encoded = path.substring(1).split("/", -1)[index];
        // A plus is a plus in a path; the JDK decodes forms, where it is a space.
        return URLDecoder.decode(encoded.replace("+", "%2B"), StandardCharsets.UTF_8);
    }
}
