package jp.inkan.e2e.browser;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.WebSocket;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.openqa.selenium.Capabilities;

/**
 * The extension's service worker, seen through the browser's debugging port: the only way to press the toolbar button and to
 * see badges and notifications, which WebDriver has no word for.
 */
public final class ServiceWorker {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Duration PATIENCE = Duration.ofSeconds(20);
    private static final Duration MOMENT = Duration.ofSeconds(2);

    private final String debugger;
    private final HttpClient http = HttpClient.newHttpClient();

    ServiceWorker(Capabilities browser) {
        var options = (Map<?, ?>) browser.getCapability("goog:chromeOptions");
        debugger = "http://" + options.get("debuggerAddress");
    }

    /** As when the user presses the toolbar button, with whatever tab in front. */
    public void pressToolbarButton() {
        evaluate("chrome.tabs.query({active: true, currentWindow: true}).then(([tab]) => chrome.action.onClicked.dispatch(tab))");
    }

    /** What stands on the toolbar button. */
    public String badge() {
        return evaluate("chrome.action.getBadgeText({})").asText();
    }

    /** The ids of the notifications that are shown: kind, institution and certificate, with hyphens between. */
    public JsonNode notifications() {
        return evaluate("new Promise((done) => chrome.notifications.getAll((all) => done(Object.keys(all))))");
    }

    /** As when the user presses a notification. */
    public void pressNotification(String id) {
        evaluate("chrome.notifications.onClicked.dispatch('" + id + "')");
    }

    /**
     * Ends the worker, as a crash does, whatever it is doing. The browser starts another once one is needed: that may be at once, and under the
     * same id.
     */
    public void stop() {
        evaluate("globalThis.doomed = true");
        get("/json/close/" + running().orElseThrow().path("id").asText());
        long end = System.nanoTime() + PATIENCE.toNanos();
        while (running().filter(this::isDoomed).isPresent()) {
            if (System.nanoTime() > end) {
                throw new IllegalStateException("The service worker doesn't end");
            }
        }
    }

    /** One that doesn't answer may still be ending. */
    private boolean isDoomed(JsonNode target) {
        try {
            return evaluate(target.path("webSocketDebuggerUrl").asText(), "Boolean(globalThis.doomed)", MOMENT)
                    .map(JsonNode::asBoolean).orElse(true);
        } catch (CompletionException e) {
            // It has gone between the list and the look.
            return true;
        }
    }

    /** @param script an expression, in the worker; a promise is waited for */
    public JsonNode evaluate(String script) {
        awaitReady();
        return evaluate(script, PATIENCE).orElseThrow(() -> new IllegalStateException("No answer of the service worker"));
    }

    /** The same in one of {@link Targets}, where the driver had better not look. */
    JsonNode evaluateIn(JsonNode target, String script) {
        return evaluate(target.path("webSocketDebuggerUrl").asText(), script, PATIENCE)
                .orElseThrow(() -> new IllegalStateException("No answer of " + target.path("url").asText()));
    }

    /** A worker that has only just started doesn't know the browser yet. */
    private void awaitReady() {
        long end = System.nanoTime() + PATIENCE.toNanos();
        while (!evaluate("Boolean(globalThis.chrome?.notifications)", MOMENT).map(JsonNode::asBoolean).orElse(false)) {
            if (System.nanoTime() > end) {
                throw new IllegalStateException("The service worker doesn't get ready");
            }
        }
    }

    /** @return nothing if no answer comes in time */
    private Optional<JsonNode> evaluate(String script, Duration patience) {
        return evaluate(address(), script, patience);
    }

    private Optional<JsonNode> evaluate(String address, String script, Duration patience) {
        var answer = new Answer();
        WebSocket socket = http.newWebSocketBuilder().buildAsync(URI.create(address), answer).join();
        try {
            socket.sendText(JSON.writeValueAsString(Map.of("id", 1, "method", "Runtime.evaluate", "params",
                    Map.of("expression", script, "awaitPromise", true, "returnByValue", true))), true).join();
            JsonNode result = answer.message.get(patience.toMillis(), TimeUnit.MILLISECONDS).path("result");
            if (result.has("exceptionDetails")) {
                throw new IllegalStateException(result.path("exceptionDetails").toString());
            }
            return Optional.of(result.at("/result/value"));
        } catch (TimeoutException e) {
            return Optional.empty();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException | ExecutionException e) {
            throw new IllegalStateException(e);
        } finally {
            socket.abort();
        }
    }

    /** Waits until the worker runs: any page of the extension's wakes it. */
    private String address() {
        long end = System.nanoTime() + PATIENCE.toNanos();
        while (System.nanoTime() < end) {
            Optional<JsonNode> target = running();
            if (target.isPresent()) {
                return target.get().path("webSocketDebuggerUrl").asText();
            }
            Thread.onSpinWait();
        }
        throw new IllegalStateException("The extension's service worker doesn't run");
    }

    private Optional<JsonNode> running() {
        try {
            for (JsonNode target : JSON.readTree(get("/json/list"))) {
                if (target.path("type").asText().equals("service_worker")
                        && target.path("url").asText().startsWith("chrome-extension://" + Product.EXTENSION_ID + "/")) {
                    return Optional.of(target);
                }
            }
            return Optional.empty();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private String get(String path) {
        try {
            var request = HttpRequest.newBuilder(URI.create(debugger + path)).build();
            return http.send(request, HttpResponse.BodyHandlers.ofString()).body();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    /** The message with an id: events have none. */
    private static final class Answer implements WebSocket.Listener {
        final CompletableFuture<JsonNode> message = new CompletableFuture<>();
        private final StringBuilder text = new StringBuilder();

        @Override
        public CompletionStage<?> onText(WebSocket socket, CharSequence data, boolean last) {
            text.append(data);
            if (last) {
                received(text.toString());
                text.setLength(0);
            }
            socket.request(1);
            return null;
        }

        private void received(String json) {
            try {
                JsonNode read = JSON.readTree(json);
                if (read.has("id")) {
                    message.complete(read);
                }
            } catch (IOException e) {
                message.completeExceptionally(e);
            }
        }
    }
}
