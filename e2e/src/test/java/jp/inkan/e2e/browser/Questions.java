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

/** Hears of the first question that the browser itself asks in a tab. The driver answers "Leave this page?" with yes at once. */
final class Questions implements WebSocket.Listener {
    private static final ObjectMapper JSON = new ObjectMapper();

    private final StringBuilder message = new StringBuilder();
    private final CompletableFuture<Void> listening = new CompletableFuture<>();
    private final CompletableFuture<String> asked = new CompletableFuture<>();

    private Questions() {}

    /** @param page beginning of the URL of the tab */
    static Questions in(BankBrowser browser, String page) {
        var questions = new Questions();
        WebSocket socket = HttpClient.newHttpClient().newWebSocketBuilder()
                .buildAsync(URI.create(new Targets(browser).tab(page).orElseThrow().path("webSocketDebuggerUrl").asText()), questions).join();
        socket.sendText("{\"id\": 1, \"method\": \"Page.enable\"}", true).join();
        questions.listening.join();
        return questions;
    }

    /** @return alert, confirm, prompt or beforeunload */
    String first() {
        return asked.orTimeout(30, TimeUnit.SECONDS).join();
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
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
