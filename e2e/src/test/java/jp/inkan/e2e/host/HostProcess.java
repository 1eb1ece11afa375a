package jp.inkan.e2e.host;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import jp.inkan.e2e.browser.Product;
import jp.inkan.e2e.browser.Seen;

/** The packaged host as a process of its own, spoken to as a browser does. */
public final class HostProcess implements AutoCloseable {
    public static final String ORIGIN = "chrome-extension://" + Product.EXTENSION_ID + "/";
    public static final String PRACTICE_ORIGIN = "https://www.cc9999.bizsol.anser.ne.jp";
    private static final ObjectMapper JSON = new ObjectMapper();

    /** No test takes a host for longer. */
    private static final Duration LONGEST_LIFE = Duration.ofMinutes(3);

    private final Process process;
    private final ByteArrayOutputStream received = new ByteArrayOutputStream();
    private int ids;

    private HostProcess(Process process) {
        this.process = process;
    }

    /** @param stderr where the process's complaints go */
    public static HostProcess start(Map<String, String> environment, Path stderr, String... arguments) {
        var command = new ArrayList<>(List.of(Product.find().launcher().toString()));
        command.addAll(List.of(arguments));
        return start(environment, stderr, command);
    }

    private static HostProcess start(Map<String, String> environment, Path stderr, List<String> command) {
        var builder = new ProcessBuilder(command).redirectError(stderr.toFile());
        builder.environment().putAll(environment);
        return start(builder);
    }

    /** Some other system's host. */
    public static HostProcess start(ProcessBuilder command) {
        try {
            Process process = command.start();
            // Nobody can be woken who waits for a message that doesn't come.
            CompletableFuture.delayedExecutor(LONGEST_LIFE.toSeconds(), TimeUnit.SECONDS).execute(process::destroyForcibly);
            return new HostProcess(process);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The packaged host without its launcher, which keeps a JVM from being told such things.
     * @param classes where the names of the classes it loads go */
    static HostProcess startLogging(Map<String, String> environment, Path stderr, Path classes) {
        Path home = Product.find().launcher().getParent().getParent();
        return start(environment, stderr, List.of(home.resolve("runtime/bin/java").toString(),
                "-Xlog:class+load:file=" + classes, "--enable-native-access=ALL-UNNAMED",
                "-cp", home.resolve("lib") + "/*", "jp.inkan.host.Main", ORIGIN));
    }

    /** Started by our extension, and welcomed. */
    public static HostProcess welcomed(Map<String, String> environment, Path stderr) {
        HostProcess host = start(environment, stderr, ORIGIN);
        host.hello();
        return host;
    }

    public void hello() {
        send("{'type':'hello','id':'hello','protocol':1,'version':'0.1.0','minimumHost':'0.1.0','browser':'chromium','language':'ja'}");
        JsonNode welcome = receive();
        if (!welcome.path("type").asText().equals("welcome")) {
            throw new AssertionError("No welcome but " + welcome);
        }
    }

    /** @param json with single quotes, for reading's sake */
    public void send(String json) {
        sendFrame(json.replace('\'', '"').getBytes(StandardCharsets.UTF_8));
    }

    void sendFrame(byte[] body) {
        sendHeader(body.length);
        write(body);
    }

    void sendHeader(int length) {
        write(ByteBuffer.allocate(4).order(ByteOrder.nativeOrder()).putInt(length).array());
    }

    void write(byte[] bytes) {
        try {
            process.getOutputStream().write(bytes);
            process.getOutputStream().flush();
        } catch (IOException e) {
            throw new UncheckedIOException("The host has ended" + exitCode(), e);
        }
    }

    /** The next message but heartbeats. */
    public JsonNode receive() {
        try {
            JsonNode message = JSON.readTree(frame());
            Seen.note("port", message.path("reason").asText());
            Seen.note("port", message.at("/problem/reason").asText());
            return message.path("type").asText().equals("heartbeat") ? receive() : message;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The next message that isn't progress. */
    public JsonNode receiveOutcome() {
        JsonNode message = receive();
        return message.path("type").asText().equals("progress") ? receiveOutcome() : message;
    }

    /** Throws with the reason if it isn't. */
    public static void assertDone(JsonNode outcome) {
        if (!outcome.path("type").asText().equals("done")) {
            throw new AssertionError("Not done, but " + outcome);
        }
    }

    private byte[] frame() throws IOException {
        InputStream in = process.getInputStream();
        byte[] header = in.readNBytes(4);
        if (header.length < 4) {
            throw new EOFException("The host has ended" + exitCode());
        }
        byte[] body = in.readNBytes(ByteBuffer.wrap(header).order(ByteOrder.nativeOrder()).getInt());
        received.writeBytes(body);
        return body;
    }

    /** Of a host whose pipe has ended: it ends itself at any moment. */
    private String exitCode() {
        return process.onExit().completeOnTimeout(null, 10, TimeUnit.SECONDS).thenApply(ended ->
                ended == null ? "? It holds no pipe, and runs" : ", with exit code " + ended.exitValue()).join();
    }

    /** Every message of the host so far, one behind the other. */
    byte[] received() {
        return received.toByteArray();
    }

    long pid() {
        return process.pid();
    }

    /** Begins to issue for the practice bank. @return the flow's first prompt */
    public JsonNode beginIssue() {
        ids++;
        send("{'type':'issue','id':'f" + ids + "','institution':'9999','origin':'" + PRACTICE_ORIGIN + "'}");
        return receive();
    }

    /** Begins to renew a certificate of the practice bank. @return the flow's first prompt, or that it failed */
    JsonNode beginRenewal(String certificateId) {
        ids++;
        send("{'type':'renew','id':'f" + ids + "','institution':'9999','origin':'" + PRACTICE_ORIGIN + "','certificate':'"
                + certificateId + "'}");
        return receive();
    }

    public void answer(JsonNode prompt, String loginId, String password) {
        answer(prompt, Map.of("loginId", loginId, "password", password));
    }

    void answer(JsonNode prompt, Map<String, String> fields) {
        ids++;
        String values = fields.entrySet().stream()
                .map(field -> "'" + field.getKey() + "':'" + field.getValue() + "'")
                .collect(Collectors.joining(","));
        send("{'type':'answer','id':'a" + ids + "','flow':'" + prompt.path("flow").asText() + "','prompt':'"
                + prompt.path("prompt").asText() + "','fields':{" + values + "}}");
    }

    /** The user goes back. @param prompt of the flow that this ends */
    void cancel(JsonNode prompt) {
        send("{'type':'cancel','id':'c','flow':'" + prompt.path("flow").asText() + "'}");
    }

    /** Renews from the first message to done, failed or the next prompt. */
    public JsonNode renew(String certificateId, String password) {
        JsonNode first = beginRenewal(certificateId);
        if (!first.path("type").asText().equals("prompt")) {
            return first;
        }
        answer(first, Map.of("password", password));
        return receiveOutcome();
    }

    /** @return the answer to remove */
    public JsonNode remove(String certificateId) {
        ids++;
        send("{'type':'remove','id':'r" + ids + "','institution':'9999','origin':'" + PRACTICE_ORIGIN + "','certificate':'"
                + certificateId + "'}");
        return receive();
    }

    /** Issues from the first message to done, failed or the next prompt. */
    public JsonNode issue(String loginId, String password) {
        answer(beginIssue(), loginId, password);
        return receiveOutcome();
    }

    public void kill() throws InterruptedException {
        process.destroyForcibly().waitFor();
    }

    /** As a browser that is gone: its ends of the pipes are closed, and nobody waits. */
    public void abandon() {
        try {
            process.getOutputStream().close();
            process.getInputStream().close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Waits for a host that works on by itself; it does so for two minutes at most. */
    public void awaitExit() throws InterruptedException {
        if (!process.waitFor(150, TimeUnit.SECONDS)) {
            throw new AssertionError("The host doesn't end");
        }
    }

    /** Closes the port and waits. @return the exit code and what else came on stdout */
    End end() throws IOException, InterruptedException {
        process.getOutputStream().close();
        byte[] rest = process.getInputStream().readAllBytes();
        if (!process.waitFor(30, TimeUnit.SECONDS)) {
            throw new AssertionError("The host doesn't end when the port closes");
        }
        return new End(process.exitValue(), rest);
    }

    record End(int exitCode, byte[] rest) {}

    @Override
    public void close() throws IOException {
        try {
            if (process.isAlive()) {
                end();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
