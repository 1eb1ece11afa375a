package jp.inkan.e2e.browser;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.WebSocket;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.TimeUnit;

/**
 * Hears of the first question that the browser itself asks in a tab. The driver answers "Leave this page?" with yes at once, unless it was
 * told not to.
 */
final class Questions implements WebSocket.Listener {
    private static final ObjectMapper JSON = new ObjectMapper();

    private final StringBuilder message = new StringBuilder();
    private final CompletableFuture<Void> listening = new CompletableFuture<>();
    private final CompletableFuture<String> asked = new CompletableFuture<>();
    private final CompletableFuture<Void> answered = new CompletableFuture<>();
    private WebSocket socket;

    private Questions() {}

    /** @param page beginning of the URL of the tab */
    static Questions in(BankBrowser browser, String page) {
        var questions = new Questions();
        questions.socket = HttpClient.newHttpClient().newWebSocketBuilder()
                .buildAsync(URI.create(new Targets(browser).tab(page).orElseThrow().path("webSocketDebuggerUrl").asText()), questions).join();
        questions.send(1, "Page.enable", "{}");
        questions.listening.join();
        return questions;
    }

    /** @return alert, confirm, prompt or beforeunload */
    String first() {
        return asked.orTimeout(30, TimeUnit.SECONDS).join();
    }

    /** Has the tab loaded anew, as the user does it: the browser may ask first. */
    void reload() {
        send(2, "Page.reload", "{}");
    }

    /** As a person does it, who has to read the question first. Waits until it is gone. */
    void answer(boolean yes) {
        CompletableFuture.delayedExecutor(500, TimeUnit.MILLISECONDS)
                .execute(() -> send(3, "Page.handleJavaScriptDialog", "{\"accept\": " + yes + "}"));
        answered.orTimeout(30, TimeUnit.SECONDS).join();
    }

    private void send(int id, String method, String parameters) {
        socket.sendText("{\"id\": " + id + ", \"method\": \"" + method + "\", \"params\": " + parameters + "}", true).join();
    }

    @Override
    public CompletionStage<?> onText(WebSocket socket, CharSequence data, boolean last) {
        message.append(data);
        if (last) {
            heard(message.toString());
            message.setLength(0);
        }
        return WebSocket.Listener.super.onText(socket, data, last);
    }

    private void heard(String text) {
        try {
            JsonNode said = JSON.readTree(text);
            if (said.path("id").asInt() == 1) {
                listening.complete(null);
            } else if (said.path("method").asText().equals("Page.javascriptDialogOpening")) {
                asked.complete(said.at("/params/type").asText());
            } else if (said.path("method").asText().equals("Page.javascriptDialogClosed")) {
                answered.complete(null);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
