package jp.inkan.e2e.windows;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.EOFException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import jp.inkan.e2e.browser.Product;

/** The real host behind the Windows launcher, spoken to as a browser does. */
final class Port implements AutoCloseable {
    static final String ORIGIN = "chrome-extension://" + Product.EXTENSION_ID + "/";
    private static final String HELLO =
            "{\"type\":\"hello\",\"id\":\"1\",\"protocol\":1,\"version\":\"0.1.0\",\"minimumHost\":\"0.1.0\","
                    + "\"browser\":\"chrome\",\"language\":\"ja\"}";

    private final Process process;

    private Port(Process process) {
        this.process = process;
    }

    /** @param launcher as Windows names it */
    static Port open(Wine pc, String launcher) throws IOException {
        ProcessBuilder builder = pc.command(launcher, ORIGIN, "--parent-window=0");
        return new Port(builder.redirectError(ProcessBuilder.Redirect.DISCARD).start());
    }

    /** @return the type of the answer, "welcome" if all is well */
    String hello() throws IOException {
        byte[] body = HELLO.getBytes(StandardCharsets.UTF_8);
        ByteBuffer frame = ByteBuffer.allocate(4 + body.length).order(ByteOrder.LITTLE_ENDIAN);
        process.getOutputStream().write(frame.putInt(body.length).put(body).array());
        process.getOutputStream().flush();
        byte[] header = process.getInputStream().readNBytes(4);
        if (header.length < 4) {
            throw new EOFException("The host has ended");
        }
        int length = ByteBuffer.wrap(header).order(ByteOrder.LITTLE_ENDIAN).getInt();
        JsonNode answer = new ObjectMapper().readTree(process.getInputStream().readNBytes(length));
        return answer.path("type").asText();
    }

    /** Closes the port and waits for the host to end. */
    @Override
    public void close() throws IOException {
        process.getOutputStream().close();
        try {
            process.waitFor();
        } catch (InterruptedException e) {
            process.destroyForcibly();
            Thread.currentThread().interrupt();
        }
    }
}
