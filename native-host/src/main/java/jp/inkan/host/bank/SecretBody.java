package jp.inkan.host.bank;

import java.io.IOException;
import okhttp3.MediaType;
import okhttp3.RequestBody;
import okio.BufferedSink;

/**
 * A body of which no copy is left in the buffers that it was sent through, once it is sent: the answer is read into one of them, and where
 * none comes that one is never given back.
 */
final class SecretBody extends RequestBody {
    private final byte[] body;
    private final MediaType type;

    /** @param body the caller's to clear once it is answered */
    SecretBody(byte[] body, MediaType type) {
        this.body = body;
        this.type = type;
    }

    @Override
    public MediaType contentType() {
        return type;
    }

    @Override
    public long contentLength() {
        return body.length;
    }

    @Override
    public void writeTo(BufferedSink sink) throws IOException {
        try {
            sink.write(body);
            sink.flush();
        } finally {
            BankHttp.overwriteBuffers();
        }
    }
}
