package jp.inkan.e2e.browser;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.WebSocket;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Somebody who types without looking: keys go wherever the focus is, whatever becomes of them. WebDriver waits until each has
 * been dealt with, for ever where the frame that was to do so is gone by then.
 */
final class Typist {
    /** Keys that aren't a character, as DevTools' Input.dispatchKeyEvent names them. */
    static final Map<String, Object> ESCAPE = Map.of("key", "Escape", "windowsVirtualKeyCode", 27);
    static final Map<String, Object> ENTER = Map.of("key", "Enter", "windowsVirtualKeyCode", 13, "text", "\r");

    private static final ObjectMapper JSON = new ObjectMapper();

    private final HttpClient http = HttpClient.newHttpClient();
    private final String debugger;

    Typist(BankBrowser browser) {
        debugger = browser.debugger();
    }

    /** @param page beginning of the URL of the tab in front */
    void type(String page, CharSequence text) {
        press(page, text.chars().mapToObj(Character::toString)
                .map(character -> Map.<String, Object>of("key", character, "text", character)).toList());
    }

    /** @param key {@link #ESCAPE} or {@link #ENTER} */
    void press(String page, Map<String, Object> key) {
        press(page, List.of(key));
    }

    private void press(String page, List<Map<String, Object>> keys) {
        WebSocket socket = http.newWebSocketBuilder().buildAsync(URI.create(address(page)), new WebSocket.Listener() {}).join();
        var messages = new ArrayList<String>();
        try {
            for (Map<String, Object> key : keys) {
                for (String type : List.of("keyDown", "keyUp")) {
                    var event = new HashMap<>(key);
                    event.put("type", type);
                    messages.add(JSON.writeValueAsString(
                            Map.of("id", messages.size() + 1, "method", "Input.dispatchKeyEvent", "params", event)));
                }
            }
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
        messages.forEach(message -> socket.sendText(message, true).join());
        socket.sendClose(WebSocket.NORMAL_CLOSURE, "").join();
    }

    /** Where a tab can be spoken to. @param page beginning of its URL */
    String address(String page) {
        try {
            var request = HttpRequest.newBuilder(URI.create(debugger + "/json/list")).build();
            for (JsonNode target : JSON.readTree(http.send(request, HttpResponse.BodyHandlers.ofString()).body())) {
                if (target.path("type").asText().equals("page") && target.path("url").asText().startsWith(page)) {
                    return target.path("webSocketDebuggerUrl").asText();
                }
            }
            throw new IllegalStateException("No tab is at " + page);
        } catch (IOException | InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
