package jp.inkan.e2e.bank.page;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import jp.inkan.e2e.bank.http.Ask;
import org.eclipse.jetty.http.MultiPart;
import org.eclipse.jetty.http.MultiPartFormData;
import org.eclipse.jetty.io.Content;
import org.eclipse.jetty.util.Blocker;

/** A file as a browser posts it: a part of {@code multipart/form-data} (RFC 7578). */
final class UploadedFile {
    private static final int MOST_FIELDS = 10;

    private UploadedFile() {
    }

    /**
     * Reads one field.
     *
     * @throws IllegalArgumentException if the type is something else, or there is no such field
     * @throws IOException              if the body isn't of its type
     */
    static byte[] read(Ask ask, String field) throws IOException {
        String boundary = MultiPart.extractBoundary(ask.header("Content-Type").orElse(""));
        if (!ask.hasType(Ask.FORM_WITH_FILES) || boundary == null) {
            throw new IllegalArgumentException("Not a form with files");
        }
        var parser = new MultiPartFormData.Parser(boundary);
        // All of it is in memory already: no part goes to the disk.
        parser.setMaxMemoryFileSize(Ask.MAX_FORM);
        parser.setMaxParts(MOST_FIELDS);
        try (var parts = parsed(parser, ask.body())) {
            MultiPart.Part part = parts.getFirst(field);
            if (part == null) {
                throw new IllegalArgumentException("No field " + field);
            }
            try (InputStream content = Content.Source.asInputStream(part.newContentSource(null, 0, -1))) {
                return content.readAllBytes();
            }
        }
    }

    private static MultiPartFormData.Parts parsed(MultiPartFormData.Parser parser, byte[] body) throws IOException {
        try (Blocker.Promise<MultiPartFormData.Parts> promise = Blocker.promise()) {
            parser.parse(Content.Source.from(ByteBuffer.wrap(body)), promise);
            return promise.block();
        }
    }
}
